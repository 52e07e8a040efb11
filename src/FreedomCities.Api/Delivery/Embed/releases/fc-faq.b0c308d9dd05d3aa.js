// <fc-faq topic="freedom-cities" lang="en" search theme="auto"></fc-faq>
//
// Shows the questions and answers of a topic from the service that serves this file. It reloads them when the page becomes visible
// or the network returns. It sends requests only to that service, and stores nothing about the reader.
// It is a classic script, because document.currentScript gives the address of the service: load it with defer, not as a module.
(() => {
  'use strict';

  if (customElements.get('fc-faq')) return;

  const base = new URL('..', document.currentScript.src); // the service may be published below a path of its host

  // ./dev release-embed writes the sentences of Delivery/Texts here.
  const texts = {
    "en": {
      "none": "No answers are published under the topic “{0}”.",
      "fallback": "This answer isn’t available in the requested language.",
      "outdated": "The original has changed since it was translated.",
      "machine": "Machine translation, not reviewed by a person.",
      "machine-reviewed": "Machine translation, reviewed by a person.",
      "source": "Source: {0}",
      "asOf": "As of {0}",
      "lawAsOf": "Law as of {0}",
      "reviewed": "Reviewed on {0}",
      "unreviewed": "Not reviewed",
      "license": "License:",
      "author": "Contact",
      "loading": "Loading…",
      "refused": "The answers can’t be shown: {0}",
      "unreachable": "The answers can’t be loaded at the moment.",
      "stale": "The service can’t be reached. These answers were last checked on {0}.",
      "withdrawn": "This answer was withdrawn on {0}{1}. Please don’t rely on it.",
      "law-changed": ": the law has changed",
      "superseded": ": a newer answer replaces it",
      "merged": ": it is now part of another answer",
      "error": ": it was wrong",
      "instead": "Read instead:",
      "label": "Search these questions",
      "search": "Search",
      "found": "Found: {0}",
      "unsure": "Nothing here seems to answer that. You can ask:"
    },
    "es": {
      "none": "No hay respuestas publicadas sobre el tema «{0}».",
      "fallback": "Esta respuesta no está disponible en el idioma solicitado.",
      "outdated": "El original ha cambiado desde que se hizo esta traducción.",
      "machine": "Traducción automática que nadie ha revisado.",
      "machine-reviewed": "Traducción automática revisada por una persona.",
      "source": "Fuente: {0}",
      "asOf": "A fecha de {0}",
      "lawAsOf": "Legislación a fecha de {0}",
      "reviewed": "Revisado el {0}",
      "unreviewed": "Sin revisar",
      "license": "Licencia:",
      "author": "Contacto",
      "loading": "Cargando…",
      "refused": "No se pueden mostrar las respuestas: {0}",
      "unreachable": "Las respuestas no se pueden cargar en este momento.",
      "stale": "No se puede contactar con el servicio. Estas respuestas se comprobaron por última vez el {0}.",
      "withdrawn": "Esta respuesta se retiró el {0}{1}. No se base en ella.",
      "law-changed": ": la ley ha cambiado",
      "superseded": ": la sustituye una respuesta más reciente",
      "merged": ": ahora forma parte de otra respuesta",
      "error": ": era errónea",
      "instead": "Lea en su lugar:",
      "label": "Buscar en estas preguntas",
      "search": "Buscar",
      "found": "Encontradas: {0}",
      "unsure": "Aquí nada parece responder a eso. Puede preguntar a:"
    }
  };

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { display: block; color-scheme: light dark; }
    :host([theme=light]) { color-scheme: light; }
    :host([theme=dark]) { color-scheme: dark; }
    :host([hidden]), :host(:not([search])) :is(form, .found, .results) { display: none; }
    section {
      --muted: var(--fc-muted, light-dark(#51606f, #a9b6c3));
      --border: var(--fc-border, light-dark(#d5dde5, #324050));
      --accent: var(--fc-accent, light-dark(#0b5cad, #7db8f5));
      --radius: var(--fc-radius, 0.4rem);
      padding: 0.25rem 1rem;
      border: 1px solid var(--border);
      border-radius: var(--radius);
      font: var(--fc-font, 1rem/1.6 system-ui, sans-serif);
      color: var(--fc-color, light-dark(#1b2733, #e8edf2));
      background: var(--fc-background, light-dark(#fff, #12181f));
      overflow-wrap: anywhere;
    }
    details + details { border-top: 1px solid var(--border); }
    summary { padding: 0.75rem 0; font-weight: 600; cursor: pointer; }
    pre { white-space: pre-wrap; }
    table { display: block; max-inline-size: 100%; overflow-x: auto; border-collapse: collapse; }
    th, td { padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid var(--border); text-align: start; vertical-align: top; overflow-wrap: normal; }
    a, .result { color: var(--accent); }
    .notice { padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--accent); }
    .notice, .source, .status, .found { text-align: match-parent; }
    .source, .status, .found { color: var(--muted); font-size: 0.9em; }
    .status:empty, .found:empty { margin: 0; }
    form { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0.75rem 0; }
    label { flex-basis: 100%; }
    input { flex: 1 1 12rem; min-inline-size: 0; }
    input, button { font: inherit; padding: 0.3rem 0.6rem; border: 1px solid var(--muted); border-radius: var(--radius); color: inherit; background: none; }
    .result { padding: 0; border: 0; text-align: start; text-decoration: underline; cursor: pointer; }
    mark { color: inherit; background: light-dark(#fff0a8, #5c4a00); }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    @media (prefers-reduced-motion: no-preference) {
      summary { transition: color 0.15s; }
    }
    summary:hover { color: var(--accent); }
    @media print {
      :host { color-scheme: light; }
      form, .found, .results { display: none; }
      details::details-content { content-visibility: visible; display: block; block-size: auto; }
    }
  `);

  // The elements that an answer may contain. Of any other element, only the text is shown.
  const allowed = new Set('A B BLOCKQUOTE BR CODE DEL EM H1 H2 H3 H4 H5 H6 HR I LI OL P PRE STRONG TABLE TBODY TD TH THEAD TR UL'.split(' '));
  const isSafe = url => /^(https?|mailto|tel):/i.test(url);

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined) made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  };

  const link = (href, ...children) => isSafe(href) ? [element('a', { href, rel: 'noopener noreferrer' }, ...children)] : children;

  /** Copies of the allowed nodes of an answer: no parsed node gets into the page. */
  const sanitize = node => [...node.childNodes].flatMap(child => {
    if (child.nodeType === Node.TEXT_NODE) return [child.data];
    if (child.nodeType !== Node.ELEMENT_NODE) return [];
    if (child.tagName === 'A') return link(child.getAttribute('href') ?? '', ...sanitize(child));
    if (child.tagName === 'OL') return [element('ol', { start: child.start }, ...sanitize(child))];
    return allowed.has(child.tagName) ? [element(child.tagName, {}, ...sanitize(child))] : sanitize(child);
  });

  // For pages that require trusted types. No parsed node gets into the page, so the policy removes nothing.
  const policy = (() => {
    const rules = { createHTML: html => html };
    try {
      return trustedTypes.createPolicy('fc-faq', rules);
    } catch {
      return rules;
    }
  })();

  const parse = html => sanitize(new DOMParser().parseFromString(policy.createHTML(html), 'text/html').body);

  /** A text with its matching words in <mark>. */
  const highlight = ({ text, highlights }) => {
    let end = 0;
    const nodes = highlights.flatMap(([from, to]) => {
      const before = text.slice(end, from);
      end = to;
      return [before, element('mark', {}, text.slice(from, to))];
    });
    return [...nodes, text.slice(end)];
  };

  const directionOf = language => {
    try {
      return /Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg/.test(new Intl.Locale(language).maximize().script) ? 'rtl' : 'ltr';
    } catch {
      return 'auto';
    }
  };

  const inLanguage = language => ({ lang: language, dir: directionOf(language) });

  let terms = []; // the licence and the contact: links in the header of each response (RFC 8288)
  const parseTerms = header => [...(header ?? '').matchAll(/<([^>]*)>; rel="(license|author)"(?:; title\*=UTF-8''([^,;]*))?/g)];

  /** The JSON of a response. An error has the status and the problem document. */
  const request = async (path, signal, options = {}) => {
    const response = await fetch(new URL(path, base), {
      cache: 'no-cache',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, AbortSignal.timeout(20_000)]),
      ...options,
    });
    if (response.ok) {
      terms = parseTerms(response.headers.get('Link'));
      return response.json();
    }
    throw Object.assign(new Error(response.status), { status: response.status, problem: await response.json().catch(() => null) ?? {} });
  };

  class FcFaq extends HTMLElement {
    static observedAttributes = ['topic', 'lang'];

    #entries = new Map(); // the entries on the page by id: { faq, details, summary, body, withdrawal }
    #checkedAt = null;
    #loading = new AbortController();
    #searching = new AbortController();
    #connection;
    #list = element('div', {});
    #status = element('p', { role: 'status', class: 'status', part: 'status', dir: 'auto' });
    #found = element('p', { role: 'status', class: 'found', part: 'status', dir: 'auto' });
    #results = element('div', { class: 'results', part: 'results' });
    #input = element('input', { id: 'q', type: 'search', maxlength: 200, autocomplete: 'off', part: 'input' });
    #label = element('label', { for: 'q' });
    #button = element('button', { part: 'button' });
    #form = element('form', { role: 'search', part: 'search' }, this.#label, this.#input, this.#button);
    #terms = element('p', { class: 'source', part: 'terms', dir: 'auto' });
    #root = element('section', { part: 'faq' }, this.#form, this.#found, this.#results, this.#status, this.#list);

    constructor() {
      super();
      const shadow = this.attachShadow({ mode: 'open' });
      shadow.adoptedStyleSheets = [sheet];
      shadow.append(this.#root);
      this.#form.addEventListener('submit', event => {
        event.preventDefault();
        this.#search();
      });
    }

    connectedCallback() {
      this.#connection = new AbortController();
      const { signal } = this.#connection;
      const refresh = () => document.visibilityState === 'visible' && this.#load();
      document.addEventListener('visibilitychange', refresh, { signal });
      window.addEventListener('online', refresh, { signal });
      this.#start();
    }

    disconnectedCallback() {
      this.#connection.abort();
      this.#loading.abort();
      this.#searching.abort();
    }

    attributeChangedCallback(name, before, after) {
      if (this.isConnected && this.#connection && before !== after) this.#start();
    }

    get #language() {
      return this.closest('[lang]')?.getAttribute('lang') || undefined;
    }

    get #topic() {
      return this.getAttribute('topic') ?? '';
    }

    #query(values) {
      return new URLSearchParams({ ...values, ...(this.#language && { lang: this.#language }) });
    }

    #textLanguage = 'en';

    #text(key, ...values) {
      return texts[this.#textLanguage][key].replace(/{(\d)}/g, (_, place) => values[place]);
    }

    #date(value, options = { dateStyle: 'long', timeZone: 'UTC' }) {
      return new Intl.DateTimeFormat(this.#textLanguage, options).format(new Date(value));
    }

    #setLanguage(served) {
      const wanted = (this.#language ?? served ?? 'en').slice(0, 2).toLowerCase();
      this.#textLanguage = wanted in texts ? wanted : 'en';
      for (const part of [this.#form, this.#found, this.#status, this.#terms]) part.lang = this.#textLanguage;
      this.#label.textContent = this.#text('label');
      this.#button.textContent = this.#text('search');
    }

    #setStatus(text) {
      if (this.#status.textContent !== text) this.#status.textContent = text;
    }

    #start() {
      this.#entries.clear();
      this.#checkedAt = null;
      this.#list.replaceChildren();
      this.#setLanguage();
      this.#clearSearch();
      this.#setStatus(this.#text('loading'));
      this.#load();
    }

    async #load() {
      this.#loading.abort();
      const { signal } = this.#loading = new AbortController();
      this.#root.setAttribute('aria-busy', 'true');
      try {
        const faqs = await this.#all(signal);
        const withdrawn = await this.#withdrawn(faqs, signal);
        signal.throwIfAborted();
        this.#setLanguage(faqs[0]?.language.served);
        this.#show(faqs, withdrawn);
        this.#showTerms();
        this.#checkedAt = Date.now();
        this.#setStatus(this.#entries.size > 0 ? '' : this.#text('none', this.#topic));
      } catch (failure) {
        if (!signal.aborted) this.#setStatus(this.#checkedAt ? this.#stale() : this.#explain(failure));
      }
      if (!signal.aborted) this.#root.removeAttribute('aria-busy');
    }

    async #all(signal) {
      const faqs = [];
      for (let next = `v1/faqs?${this.#query({ topic: this.#topic, limit: 100 })}`; next;) {
        const page = await request(next, signal);
        faqs.push(...page.items);
        next = page.next;
      }
      return faqs;
    }

    /** An entry, or the problem that says why there is none. */
    async #find(slug, signal) {
      try {
        return { faq: await request(`v1/faqs/${slug}?${this.#query()}`, signal) };
      } catch (failure) {
        if (failure.status === 404 || failure.status === 410) return failure;
        throw failure;
      }
    }

    /** Why entries on the page left the list, and what replaces them, by id. */
    async #withdrawn(faqs, signal) {
      const current = new Set(faqs.map(faq => faq.id));
      const withdrawn = new Map();
      for (const [id, { faq }] of this.#entries) {
        if (current.has(id)) continue;
        const { status, problem } = await this.#find(faq.slug, signal);
        if (status !== 410) continue;
        const instead = problem.replacedBy && (await this.#find(problem.replacedBy, signal)).faq;
        withdrawn.set(id, { at: problem.withdrawnAt, reason: problem.reason, instead });
      }
      return withdrawn;
    }

    #stale() {
      return this.#text('stale', this.#date(this.#checkedAt, { dateStyle: 'long', timeStyle: 'short' }));
    }

    #explain({ status, problem }) {
      if (!(status >= 400 && status < 500) || status === 429) return this.#text('unreachable');
      const errors = problem.errors?.map?.(error => `${error.parameter ?? error.pointer}: ${error.detail}`);
      return this.#text('refused', errors?.join(' ') ?? problem.detail ?? status);
    }

    /** Updates entries in place: open ones stay open, and the focus stays where it is. */
    #show(faqs, withdrawn) {
      const before = [...this.#entries];
      const entries = faqs.map(faq => [faq.id, this.#entry(faq)]);
      before.forEach(([id, entry], place) => {
        if (withdrawn.has(id)) entries.splice(place, 0, [id, entry]);
      });
      this.#entries = new Map(entries);
      withdrawn.forEach((withdrawal, id) => this.#showWithdrawal(this.#entries.get(id), withdrawal));
      this.#order(entries.map(([, entry]) => entry.details));
      if (faqs.length > 0) {
        const name = faqs[0].topics.find(topic => topic.slug === this.#topic)?.name ?? this.#topic;
        Object.assign(this.#root, inLanguage(faqs[0].language.served));
        for (const landmark of [this.#root, this.#form]) landmark.setAttribute('aria-label', name);
      }
    }

    #showTerms() {
      const parts = terms.map(([, href, relation, title]) =>
        relation === 'license' ? [this.#text(relation), ' ', ...link(href, decodeURIComponent(title ?? href))] : link(href, this.#text(relation)));
      this.#terms.replaceChildren(...parts.flatMap((part, place) => place ? [' · ', ...part] : part));
      if (parts.length > 0) this.#root.append(this.#terms);
      else this.#terms.remove();
    }

    #order(shown) {
      const { children } = this.#list;
      for (const details of [...children]) {
        if (!shown.includes(details)) details.remove();
      }
      shown.forEach((details, place) => {
        if (children[place] !== details) this.#list.insertBefore(details, children[place] ?? null);
      });
    }

    #entry(faq) {
      const entry = this.#entries.get(faq.id) ?? this.#newEntry();
      if (entry.withdrawal || JSON.stringify(entry.faq) !== JSON.stringify(faq)) {
        Object.assign(entry, { faq, withdrawal: undefined });
        Object.assign(entry.details, inLanguage(faq.language.served));
        entry.summary.textContent = faq.question;
        entry.body.replaceChildren(...this.#notices(faq), element('div', { part: 'answer' }, ...parse(faq.answer.html)), this.#source(faq));
      }
      return entry;
    }

    #newEntry() {
      const summary = element('summary', { part: 'question' });
      const body = element('div', {});
      return { summary, body, details: element('details', { part: 'entry' }, summary, body) };
    }

    #showWithdrawal(entry, withdrawal) {
      if (JSON.stringify(entry.withdrawal) === JSON.stringify(withdrawal)) return;
      entry.withdrawal = withdrawal;
      const { at, reason, instead } = withdrawal;
      entry.body.replaceChildren(
        this.#note('withdrawn', this.#date(at), reason in texts.en ? this.#text(reason) : ''), ...(instead ? [this.#instead(instead)] : []));
      entry.details.open = true;
    }

    /** A link to the answer that replaces another: in this element, or else on the page of its topic. */
    #instead({ id, slug, question, topics: [topic], language }) {
      const page = topic ? `${base}embed/faqs?${this.#query({ topic: topic.slug })}` : '';
      const way = this.#entries.has(id) ? [this.#opener(slug, question)] : link(page, question);
      const note = this.#note('instead');
      note.append(' ', element('span', inLanguage(language.served), ...way));
      return note;
    }

    #note(key, ...values) {
      return element('p', { class: 'notice', part: 'notice', lang: this.#textLanguage, dir: 'auto' }, this.#text(key, ...values));
    }

    #notices({ language: { fallback, status, origin: writer } }) {
      return [fallback && 'fallback', status === 'outdated' && status, writer !== 'human' && writer]
        .filter(key => key in texts.en)
        .map(key => this.#note(key));
    }

    #source({ contentChangedAt, trust: { source, lastReviewedAt, lawAsOf } }) {
      const parts = [
        this.#text('source', source.title),
        this.#text('asOf', this.#date(contentChangedAt)),
        lawAsOf && this.#text('lawAsOf', this.#date(lawAsOf)),
        lastReviewedAt ? this.#text('reviewed', this.#date(lastReviewedAt)) : this.#text('unreviewed'),
      ];
      return element('p', { class: 'source', part: 'source', lang: this.#textLanguage, dir: 'auto' }, parts.filter(Boolean).join(' · '));
    }

    #clearSearch() {
      this.#searching.abort();
      this.#found.textContent = '';
      this.#results.replaceChildren();
    }

    /** Uses POST, so that no URL contains the reader's words. */
    async #search() {
      this.#clearSearch();
      const { signal } = this.#searching = new AbortController();
      const q = this.#input.value.trim();
      if (!q) return;
      try {
        const { items, confident } = await request('v1/search', signal, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ q, types: ['faq'], topic: this.#topic, lang: this.#language }),
        });
        const contacts = confident ? [] : (await request(`v1/contacts?${this.#query()}`, signal)).items;
        this.#found.textContent = `${this.#text('found', items.length)}. ${confident ? '' : this.#text('unsure')}`;
        this.#results.replaceChildren(
          element('ul', { part: 'contacts' }, ...contacts.map(contact => this.#contact(contact))),
          element('ol', {}, ...items.map(item => this.#result(item))));
      } catch (failure) {
        if (!signal.aborted) this.#found.textContent = this.#explain(failure);
      }
    }

    #result({ slug, title, snippet, language }) {
      return element('li', inLanguage(language.served), this.#opener(slug, title), element('p', {}, ...highlight(snippet)));
    }

    /** A button that opens an answer of this element. */
    #opener(slug, text) {
      const button = element('button', { type: 'button', class: 'result', part: 'result' }, text);
      button.addEventListener('click', () => {
        const entry = [...this.#entries.values()].find(({ faq }) => faq.slug === slug);
        if (!entry) return;
        entry.details.open = true;
        entry.summary.focus();
      });
      return button;
    }

    #contact({ name, role, phones, email, language }) {
      const ways = [...phones.map(phone => link(phone.uri, phone.display)), ...(email ? [link(`mailto:${email}`, email)] : [])];
      return element('li', inLanguage(language.served), role ? `${name}, ${role}` : name, ...ways.flatMap(way => [' · ', ...way]));
    }
  }

  customElements.define('fc-faq', FcFaq);
})();
