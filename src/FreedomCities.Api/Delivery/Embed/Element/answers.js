import { element, inLanguage } from './dom.js';
import { Entry } from './entry.js';
import { List } from './list.js';
import { loadAnswers } from './loading.js';
import { addJsonld, explain, termLinks, withdrawalNotes } from './parts.js';
import { SearchBox } from './search.js';
import { isOnDark } from './surroundings.js';
import { Texts } from './texts.js';

/** What the element shows: the search box, the entries, and what there is to say about them. */
export class Answers {
  #entries = new Map(); // by the record's id
  #checkedAt = null;
  #isTargetNew = true;
  #jsonld;
  #list = new List();
  #gone = element('div', {});
  #status = element('p', { role: 'status', class: 'status', part: 'status' });
  #news = element('p', { role: 'status', class: 'news' }); // for screen readers
  #terms = element('p', { class: 'source', part: 'terms' });
  #slugs = [];
  texts = new Texts();
  service;
  language;
  content = element('slot', {});
  again = element('button', { type: 'button', class: 'again', part: 'button' });
  #search = new SearchBox(this);
  root = element(
    'section', { part: 'faq', tabindex: -1 },
    this.#search.form, this.#search.found, this.#search.contacts, this.#status, this.again,
    this.#gone, this.#list.root, this.#terms, this.#news);

  constructor(host) {
    this.element = host;
  }

  /** The topic to search in; undefined: the element shows single questions. */
  get topic() {
    return this.#slugs.length > 0 ? undefined : this.element.topic;
  }

  get entries() {
    return [...this.#entries.values()];
  }

  query(values) {
    return new URLSearchParams({ ...values, ...(this.language && { lang: this.language }) });
  }

  tell(name, detail) {
    this.element.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  announce(text) {
    this.#news.textContent = text;
  }

  followColours() {
    const isFixed = /^(light|dark)$/.test(this.element.theme);
    const scheme = isOnDark(this.content) ? 'dark' : 'light';
    this.root.style.colorScheme = isFixed ? '' : scheme;
  }

  clear() {
    this.#search.clear();
    this.#jsonld?.remove();
  }

  /** @param service Undefined: nothing tells which. */
  start(service, own, slugs, language) {
    Object.assign(this, { service, language });
    this.#slugs = slugs;
    this.texts.own = own;
    this.#entries.clear();
    this.#checkedAt = null;
    this.content.hidden = false;
    this.again.hidden = true;
    this.#search.form.hidden = true;
    this.#gone.replaceChildren();
    this.#setTexts();
    this.clear();
    this.#setStatus(this.texts.get(service ? 'loading' : 'unreachable'));
  }

  async load(signal) {
    if (!this.service) return;
    this.root.setAttribute('aria-busy', 'true');
    try {
      const selection = { topic: this.element.topic, slugs: this.#slugs };
      const shown = this.entries.map(({ faq }) => faq.slug);
      const { faqs, withdrawals } = await loadAnswers(this.service, selection, shown, values => this.query(values), signal);
      signal.throwIfAborted();
      this.#show(faqs, withdrawals);
    } finally {
      if (!signal.aborted) this.root.removeAttribute('aria-busy');
    }
  }

  /** Says what went wrong, and returns whether it may go right later. */
  fail(failure) {
    const { status = 0 } = failure;
    const isFinal = status >= 400 && status < 500 && status !== 429;
    const stale = () => this.texts.get('stale', this.texts.date(this.#checkedAt, { dateStyle: 'long', timeStyle: 'short' }));
    this.#setStatus(this.#checkedAt ? stale() : explain(failure, this.texts));
    this.again.hidden = isFinal;
    this.tell('fc-error', { status });
    return !isFinal;
  }

  /** Opens the entry that the page's URL names. It takes the focus once, not again when the element restarts. */
  openTarget(isNew = this.#isTargetNew) {
    const entry = this.#find(location.hash.slice(1));
    this.#isTargetNew = isNew && !entry;
    if (!entry) return;
    entry.details.open = true;
    if (!isNew) return;
    this.#search.clear();
    entry.open();
    this.opened(entry);
  }

  opened({ faq: { slug } }) {
    this.tell('fc-open', { slug });
  }

  /** Shows the hits of the search, or else all entries. What isn't sure to answer is folded. */
  arrange() {
    const { hits, isConfident } = this.#search;
    const shown = hits ? [...hits.keys()].map(slug => this.#find(slug)).filter(Boolean) : this.entries;
    for (const entry of this.entries) entry.showSnippet(hits?.get(entry.faq.slug));
    this.#list.show(shown.map(({ details }) => details), !isConfident && shown.length > 0);
  }

  #find(slug) {
    return this.entries.find(({ faq }) => faq.slug === slug);
  }

  #setTexts(served) {
    const { texts } = this;
    texts.choose(this.language ?? served);
    const { form, found } = this.#search;
    for (const part of [form, found, this.#status, this.again, this.#terms, this.#news]) Object.assign(part, inLanguage(texts.language));
    this.again.textContent = texts.get('retry');
    this.#search.setTexts();
    this.#list.setTexts(texts);
  }

  #setStatus(text) {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }

  /** Updates entries in place: open ones stay open, and the focus stays where it is. */
  #show(faqs, withdrawals) {
    this.#setTexts(faqs[0]?.language.served);
    const before = [...this.#entries];
    const entries = faqs.map(faq => [faq.id, this.#entries.get(faq.id) ?? new Entry(this)]);
    entries.forEach(([, entry], place) => entry.show(faqs[place]));
    before.forEach(([id, entry], place) => {
      if (withdrawals.has(entry.faq.slug)) entries.splice(place, 0, [id, entry]);
    });
    this.#entries = new Map(entries);
    this.#showWithdrawals(withdrawals);
    this.#label(faqs);
    this.#terms.replaceChildren(...termLinks(this.service.terms, this.texts));
    this.#jsonld?.remove();
    if (this.element.jsonld) this.#jsonld = addJsonld(faqs);
    this.arrange();
    this.#succeed(faqs);
  }

  #showWithdrawals(withdrawals) {
    const opener = id => [...this.#entries].find(([known]) => known === id)?.[1];
    this.#gone.replaceChildren();
    for (const [slug, withdrawal] of withdrawals) {
      const notes = withdrawalNotes(withdrawal, this, opener(withdrawal.instead?.id));
      const entry = this.#find(slug);
      if (!entry) this.#gone.append(...notes);
      else if (entry.withdraw(withdrawal, notes)) this.announce(this.texts.get('withdrawnNow', entry.faq.question));
    }
  }

  #label([first, ...others]) {
    if (!first) return;
    const topic = first.topics.find(({ slug }) => slug === this.topic) ?? first.topics[0];
    const name = this.#slugs.length > 0 && others.length === 0 ? first.question : topic?.name ?? '';
    Object.assign(this.root, inLanguage(first.language.served));
    for (const landmark of [this.root, this.#search.form]) landmark.setAttribute('aria-label', this.element.ariaLabel ?? name);
  }

  #succeed(faqs) {
    const isFirst = this.#checkedAt === null;
    const hadFocus = this.root.getRootNode().activeElement === this.again;
    const isEmpty = this.#entries.size + this.#gone.childElementCount === 0;
    const [none, name] = this.#slugs.length > 0 ? ['unknown', this.#slugs.join(', ')] : ['none', this.element.topic];
    this.#checkedAt = Date.now();
    this.#setStatus(isEmpty ? this.texts.get(none, name) : '');
    for (const part of [this.content, this.again]) part.hidden = true;
    this.#search.form.hidden = faqs.length === 0;
    if (hadFocus) this.root.focus();
    if (isFirst && this.element.slug && faqs.length === 1) this.#find(faqs[0].slug).details.open = true;
    if (isFirst) this.openTarget();
    this.tell('fc-load', { count: faqs.length });
  }
}
