export const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};

const isSafe = url => /^(https?|mailto|tel|sms):/i.test(url);
export const link = (href, ...children) => isSafe(href) ? [element('a', { href, rel: 'noopener noreferrer' }, ...children)] : children;

// E-mail addresses, and North American telephone numbers with their extension.
const address = /([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/;
const number = /(?<![\w-])(?:\+?1[ .-])?(?:\((\d{3})\) ?|(\d{3})[ .-])(\d{3})[ .-](\d{4})(?!\w)(?:,? *(?:ext\.?|x|#) *(\d{1,6}))?/;
const reachable = new RegExp(`${address.source}|${number.source}`, 'gi');

/** A text with links to the telephone numbers and e-mail addresses in it. */
const linkify = text => {
  let end = 0;
  const nodes = [...text.matchAll(reachable)].flatMap(match => {
    const [shown, email, area, bareArea, exchange, line, extension] = match;
    const { index } = match;
    const before = text.slice(end, index);
    end = index + shown.length;
    const call = `tel:+1-${area ?? bareArea}-${exchange}-${line}${extension ? `;ext=${extension}` : ''}`;
    return [before, ...link(email ? `mailto:${email}` : call, shown)];
  });
  return [...nodes, text.slice(end)];
};

// The elements that an answer may contain. Of any other element, only the text is shown.
const allowed = new Set('A B BLOCKQUOTE BR CODE DEL EM H1 H2 H3 H4 H5 H6 HR I LI OL P PRE STRONG TABLE TBODY TD TH THEAD TR UL'.split(' '));

/** Copies of the allowed nodes of an answer: no parsed node gets into the page. */
const sanitize = node => [...node.childNodes].flatMap(child => {
  if (child.nodeType === Node.TEXT_NODE) return node.closest('a, pre, code') ? [child.data] : linkify(child.data);
  if (child.nodeType !== Node.ELEMENT_NODE) return [];
  if (child.tagName === 'A') return link(child.getAttribute('href') ?? '', ...sanitize(child));
  if (child.tagName === 'OL') return [element('ol', { start: child.start }, ...sanitize(child))];
  return allowed.has(child.tagName) ? [element(child.tagName, {}, ...sanitize(child))] : sanitize(child);
});

// For pages that require trusted types. No parsed node gets into the page and no script is code, so the policy removes nothing.
let policy;
export const trusted = () => {
  const rules = { createHTML: html => html, createScript: json => json };
  try {
    policy ??= trustedTypes.createPolicy('fc-faq', rules);
  } catch {
    policy = rules;
  }
  return policy;
};

export const parse = html => sanitize(new DOMParser().parseFromString(trusted().createHTML(html), 'text/html').body);

/** A text with its matching words in <mark>. */
export const highlight = ({ text, highlights }) => {
  let end = 0;
  const nodes = highlights.flatMap(([from, to]) => {
    const before = text.slice(end, from);
    end = to;
    return [before, element('mark', {}, text.slice(from, to))];
  });
  return [...nodes, text.slice(end)];
};

/** The value of the attribute dir for a language; auto: the tag is malformed. */
export const directionOf = language => {
  try {
    return /Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg/.test(new Intl.Locale(language).maximize().script) ? 'rtl' : 'ltr';
  } catch {
    return 'auto';
  }
};

export const inLanguage = language => ({ lang: language, dir: directionOf(language) });
