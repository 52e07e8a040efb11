import { Answers } from './answers.js';
import { element } from './dom.js';
import style from './fc-faq.css';
import { Retries } from './retries.js';
import { findService, Service } from './service.js';
import { languageOf, watchSurroundings } from './surroundings.js';

const texted = ['api', 'topic', 'slug', 'slugs', 'theme', 'heading'];
const switches = ['search', 'single', 'jsonld'];

let sheet;
const createSheet = () => {
  const created = new CSSStyleSheet();
  created.replaceSync(style);
  return created;
};

// A server that renders the page has no HTMLElement.
class FcFaq extends (globalThis.HTMLElement ?? Object) {
  static observedAttributes = [...texted, ...switches, 'lang', 'aria-label'];

  #connection;
  #isPlanned = false;
  #language; // as it was requested
  #ownTexts;
  #loading = new AbortController();
  #retries = new Retries(() => document.visibilityState === 'visible' && this.#load());
  #answers = new Answers(this);

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: 'open' });
    sheet ??= createSheet();
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(this.#answers.content, element('div', { class: 'frame' }, this.#answers.root));
    this.#answers.again.addEventListener('click', () => this.#load());
  }

  connectedCallback() {
    for (const name of [...texted, ...switches, 'texts']) this.#upgrade(name);
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    const refresh = () => this.#retries.isAllowed && document.visibilityState === 'visible' && this.#load();
    document.addEventListener('visibilitychange', refresh, { signal });
    addEventListener('online', refresh, { signal });
    addEventListener('hashchange', () => this.#answers.openTarget(true), { signal });
    watchSurroundings(() => this.#follow(), signal);
    this.#follow();
    this.#plan();
  }

  disconnectedCallback() {
    this.#connection.abort();
    this.#loading.abort();
    this.#retries.reset();
    this.#answers.clear();
  }

  attributeChangedCallback(name, before, after) {
    if (!this.isConnected || !this.#connection || before === after) return;
    if (name === 'theme') this.#follow();
    else this.#plan();
  }

  /** The page's own sentences by their names. Null: those in a JSON script in the content, or else those of the element. */
  get texts() {
    return this.#ownTexts ?? null;
  }

  set texts(own) {
    if (JSON.stringify(own) === JSON.stringify(this.#ownTexts)) return; // frameworks set equal ones with each rendering
    this.#ownTexts = own;
    if (this.isConnected && this.#connection) this.#plan();
  }

  get #slugs() {
    return (this.slug || this.slugs).split(',').map(slug => slug.trim()).filter(Boolean);
  }

  /** A property that a framework set before the script ran hides the element's own. */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  /** Starts once for several changes, and not before the element's content is there. */
  #plan() {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    const start = () => {
      this.#isPlanned = false;
      if (this.isConnected) this.#start();
    };
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true });
    else queueMicrotask(start);
  }

  #follow() {
    this.#answers.followColours();
    if (!this.#isPlanned && this.#language !== languageOf(this)) this.#plan();
  }

  #start() {
    this.#loading.abort();
    this.#retries.reset();
    const base = findService(this);
    this.#language = languageOf(this);
    this.#answers.start(base && new Service(base), this.#readTexts(), this.#slugs, this.#language);
    if (base) this.#load();
    else console.error('fc-faq: name the service with the attribute api, for example api="https://faq.example.org/".');
  }

  #readTexts() {
    try {
      return this.#ownTexts ?? JSON.parse(this.querySelector('script[type="application/json"]')?.textContent ?? '{}');
    } catch (failure) {
      console.error(`fc-faq: the JSON script in the element is malformed: ${failure.message}`);
      return {};
    }
  }

  async #load() {
    this.#loading.abort();
    this.#retries.stop();
    const { signal } = this.#loading = new AbortController();
    try {
      await this.#answers.load(signal);
      this.#retries.reset();
    } catch (failure) {
      if (!signal.aborted && this.#answers.fail(failure)) this.#retries.plan(failure);
    }
  }
}

for (const name of [...texted, ...switches]) {
  const isSwitch = switches.includes(name);
  Object.defineProperty(FcFaq.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      const value = this.getAttribute(name);
      return isSwitch ? value !== null && value !== 'false' : value ?? '';
    },
    set(value) {
      const isOff = isSwitch ? !value || value === 'false' : value == null;
      if (isOff) this.removeAttribute(name);
      else this.setAttribute(name, isSwitch ? '' : value);
    },
  });
}

if (globalThis.customElements && !customElements.get('fc-faq')) customElements.define('fc-faq', FcFaq);
