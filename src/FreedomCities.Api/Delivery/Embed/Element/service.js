// A module has the first; a classic script the second, unless it was inlined.
const source = import.meta.url ?? document.currentScript?.src;
const ownScript = /\/embed\/fc-faq\.[^/]*$/;

/** The address of the service, which may be published below a path of its host; undefined: nothing on the page tells it. */
export const findService = host => {
  const api = host.getAttribute('api');
  if (api) return URL.canParse(api, document.baseURI) ? new URL(api.replace(/\/*$/, '/'), document.baseURI).href : undefined;
  // A script that was combined, copied or inlined has another address than the service's.
  const pages = [source, host.querySelector('a[href*="/embed/faqs"]')?.href, document.querySelector('script[src*="/embed/fc-faq."]')?.src];
  const page = pages.find(url => url && (url !== source || ownScript.test(new URL(url).pathname)));
  return page && new URL('..', page).href;
};

const secondsUntil = header => Number(header) || Math.max(0, (Date.parse(header) - Date.now()) / 1000) || 0;

export class Service {
  #terms = [];

  constructor(base) {
    this.base = base;
  }

  /** The licence and the contact, as links in the header of each response (RFC 8288): relation, URL and title. */
  get terms() {
    return this.#terms;
  }

  /** The JSON of a response. An error has the status, the problem document and the seconds of Retry-After. */
  async request(path, signal, options = {}) {
    // A string: pages replace fetch by functions that expect one.
    const response = await fetch(new URL(path, this.base).href, {
      cache: 'no-cache',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, AbortSignal.timeout(20_000)]),
      ...options,
    });
    const { status, headers } = response;
    if (response.ok) {
      this.#terms = [...(headers.get('Link') ?? '').matchAll(/<([^>]*)>; rel="(license|author)"(?:; title\*=UTF-8''([^,;]*))?/g)];
      return response.json();
    }
    const problem = await response.json().catch(() => null) ?? {};
    throw Object.assign(new Error(status), { status, problem, retryAfter: secondsUntil(headers.get('Retry-After')) });
  }

  /** All pages of a list. */
  async list(path, signal) {
    const items = [];
    for (let next = path; next;) {
      const page = await this.request(next, signal);
      items.push(...page.items);
      next = page.next;
    }
    return items;
  }

  post(path, body, signal) {
    return this.request(path, signal, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  }
}
