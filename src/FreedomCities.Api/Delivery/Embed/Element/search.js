import { element } from './dom.js';
import { contactItem, explain, fold } from './parts.js';

/** The search box. While the reader types, it selects among the questions on the page; nothing is sent before the form is. */
export class SearchBox {
  #host;
  #searching = new AbortController();
  #input = element('input', { id: 'q', type: 'search', maxlength: 500, autocomplete: 'off', placeholder: ' ', part: 'input' });
  #label = element('label', { for: 'q' });
  #clear = element('button', { type: 'reset', class: 'clear', part: 'clear' }, '×');
  #submit = element('button', { part: 'button' });
  form = element('form', { role: 'search', part: 'search' }, this.#label, this.#input, this.#clear, this.#submit);
  found = element('p', { role: 'status', class: 'found', part: 'status' });
  contacts = element('ul', { part: 'contacts' });
  hits; // the snippets by slug, best first; undefined: every entry is shown
  isConfident = true;

  constructor(host) {
    this.#host = host;
    this.form.addEventListener('submit', event => {
      event.preventDefault();
      this.#search();
    });
    this.form.addEventListener('reset', () => {
      this.clear();
      this.#input.focus();
    });
    this.form.addEventListener('keydown', event => {
      if (event.key !== 'Escape' || !this.#input.value) return;
      event.preventDefault();
      event.stopPropagation();
      this.form.reset();
    });
    this.#input.addEventListener('input', () => this.#select());
  }

  setTexts() {
    const { texts } = this.#host;
    this.#label.textContent = texts.get('label');
    this.#submit.textContent = texts.get('search');
    this.#clear.setAttribute('aria-label', texts.get('clear'));
  }

  clear() {
    this.#searching.abort();
    this.#show();
  }

  #show(hits, text = '', contacts = [], isConfident = true) {
    this.hits = hits;
    this.isConfident = isConfident;
    this.found.textContent = text;
    this.contacts.replaceChildren(...contacts.map(contactItem));
    this.#host.arrange();
  }

  #select() {
    this.#searching.abort();
    const typed = fold(this.#input.value);
    const found = typed.length > 1 ? this.#host.entries.filter(entry => entry.matches(typed.split(' '))) : [];
    if (found.length === 0) this.#show();
    else this.#show(new Map(found.map(({ faq }) => [faq.slug])), this.#host.texts.get('found', found.length));
  }

  /** Uses POST, so that no URL contains the reader's words. */
  async #search() {
    this.clear();
    const { signal } = this.#searching = new AbortController();
    const q = this.#input.value.trim();
    const { service, texts, topic, language } = this.#host;
    if (!q) return;
    try {
      const { items, confident, didYouMean } = await service.post('v1/search', { q, types: ['faq'], topic, lang: language, limit: 50 }, signal);
      const known = new Set(this.#host.entries.map(({ faq }) => faq.slug));
      const worthy = items.filter(({ slug, score }) => known.has(slug) && score * 4 >= items[0].score);
      const hits = new Map(worthy.map(({ slug, snippet }) => [slug, snippet]));
      const isSure = confident && hits.size > 0;
      const contacts = isSure ? [] : (await service.request(`v1/contacts?${this.#host.query({ limit: 100 })}`, signal)).items;
      const found = [
        didYouMean && texts.get('corrected', didYouMean),
        isSure ? texts.get('found', hits.size) : texts.get('unsure'),
      ];
      contacts.sort((one, other) => !one.phones.length - !other.phones.length);
      this.#show(hits, found.filter(Boolean).join(' '), contacts, isSure);
      this.#host.tell('fc-search', { count: hits.size, confident: isSure });
    } catch (failure) {
      if (!signal.aborted) this.#show(undefined, explain(failure, texts));
    }
  }
}
