import { element, highlight, inLanguage, link, parse } from './dom.js';
import { contactItem, fold } from './parts.js';

/** A question and its answer on the page. */
export class Entry {
  #host;
  #shown; // what it shows, as JSON
  #snippet = element('span', { part: 'snippet', class: 'snippet' });
  #body = element('div', {});
  summary = element('summary', { part: 'question' });
  details = element('details', { part: 'entry' }, this.summary, this.#body);
  faq;

  constructor(host) {
    this.#host = host;
    this.summary.addEventListener('click', () => this.details.open || host.opened(this));
  }

  show(faq) {
    this.faq = faq;
    const { texts, element: { heading, single } } = this.#host;
    if (!this.#changes({ faq, heading, single })) return;
    Object.assign(this.details, inLanguage(faq.language.served), { id: faq.slug, name: single ? 'fc-faq' : '' });
    const question = /^[2-6]$/.test(heading) ? element(`h${heading}`, {}, faq.question) : faq.question;
    this.summary.replaceChildren(question, this.#snippet);
    this.#body.replaceChildren(
      ...this.#notices(),
      element('div', { part: 'answer' }, ...parse(faq.answer.html)),
      ...this.#list('contacts', faq.contacts, contactItem),
      ...this.#list('resources', faq.resources, resource => this.#resource(resource)),
      this.#paragraph('source', this.#source().join(' · ')),
      element('p', { class: 'source', lang: texts.language, dir: 'auto' }, this.#permalink()));
  }

  /** Shows why the answer was withdrawn, and what replaces it. Says whether that is new. */
  withdraw(withdrawal, notes) {
    if (!this.#changes({ withdrawal })) return false;
    this.#body.replaceChildren(...notes);
    this.details.open = true;
    return true;
  }

  showSnippet(snippet) {
    this.#snippet.replaceChildren(...(snippet ? highlight(snippet) : []));
  }

  open() {
    this.details.open = true;
    this.summary.focus();
  }

  /** Whether the question or its aliases contain words that start with each of these. */
  matches(words) {
    const text = [this.faq.question, ...this.faq.aliases].map(fold).join(' ');
    return words.every(word => ` ${text}`.includes(` ${word}`));
  }

  #changes(shown) {
    const before = this.#shown;
    this.#shown = JSON.stringify(shown);
    return this.#shown !== before;
  }

  #paragraph(kind, text) {
    return element('p', { class: kind, part: kind, lang: this.#host.texts.language, dir: 'auto' }, text);
  }

  #notices() {
    const { fallback, status, origin: writer } = this.faq.language;
    return [fallback && 'fallback', status === 'outdated' && status, writer !== 'human' && writer]
      .map(key => this.#host.texts.get(key))
      .filter(Boolean)
      .map(text => this.#paragraph('notice', text));
  }

  #list(kind, records, item) {
    if (records.length === 0) return [];
    const { texts } = this.#host;
    return [
      element('p', { class: 'label', lang: texts.language, dir: 'auto' }, texts.get(kind)),
      element('ul', { part: kind }, ...records.map(item)),
    ];
  }

  #resource({ title, url, linkState }) {
    const { texts } = this.#host;
    const shown = url ? link(url, title) : [title];
    if (linkState !== 'placeholder') return element('li', {}, ...shown);
    return element('li', {}, ...shown, ' ', element('span', { class: 'source', lang: texts.language }, texts.get('placeholder')));
  }

  #source() {
    const { texts } = this.#host;
    const { source: { title, documentDate, retrievedAt }, lastReviewedAt, lawAsOf } = this.faq.trust;
    return [
      texts.get('source', title),
      documentDate ? texts.get('asOf', texts.date(documentDate)) : texts.get('imported', texts.date(retrievedAt)),
      lawAsOf && texts.get('lawAsOf', texts.date(lawAsOf)),
      lastReviewedAt ? texts.get('reviewed', texts.date(lastReviewedAt)) : texts.get('unreviewed'),
    ].filter(Boolean);
  }

  /** A link to the answer on this page, which a click copies. */
  #permalink() {
    const { texts } = this.#host;
    const address = () => `${location.href.split('#')[0]}#${this.faq.slug}`;
    const anchor = element('a', { href: address(), rel: 'noopener noreferrer', part: 'permalink' }, texts.get('permalink'));
    anchor.addEventListener('click', async event => {
      event.preventDefault();
      try {
        await navigator.clipboard.writeText(address());
        this.#host.announce(texts.get('copied'));
      } catch {
        location.hash = this.faq.slug;
      }
    });
    return anchor;
  }
}
