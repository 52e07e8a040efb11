import { element, inLanguage, link, trusted } from './dom.js';

/** The licence and the contact of the content. */
export const termLinks = (terms, texts) => terms
  .map(([, href, relation, title]) => relation === 'license'
    ? [texts.get(relation), ' ', ...link(href, decodeURIComponent(title ?? href))]
    : link(href, texts.get(relation)))
  .flatMap((part, place) => place ? [' · ', ...part] : part);

/** Why an answer was withdrawn, and a link to what replaces it: in this element, or else on a page of the service. */
export const withdrawalNotes = ({ at, reason, instead }, answers, entry) => {
  const { texts, service } = answers;
  const note = (...children) => element('p', { class: 'notice', part: 'notice', lang: texts.language, dir: 'auto' }, ...children);
  const notes = [note(texts.get('withdrawn', texts.date(at), texts.get(reason)))];
  if (!instead) return notes;
  const opener = element('button', { type: 'button', class: 'link' }, instead.question);
  opener.addEventListener('click', () => entry.open());
  const page = `${service.base}embed/faqs?${answers.query({ slug: instead.slug })}`;
  const way = entry ? [opener] : link(page, instead.question);
  return [...notes, note(texts.get('instead'), ' ', element('span', inLanguage(instead.language.served), ...way))];
};

/** Adds the answers to the page for search engines (schema.org), and returns the script that holds them. */
export const addJsonld = faqs => {
  const questions = faqs.map(({ question, answer, language }) => ({
    '@type': 'Question',
    name: question,
    inLanguage: language.served,
    acceptedAnswer: { '@type': 'Answer', text: answer.html },
  }));
  const script = element('script', { type: 'application/ld+json' });
  const page = JSON.stringify({ '@context': 'https://schema.org', '@type': 'FAQPage', mainEntity: questions });
  script.text = trusted().createScript(page.replaceAll('<', '\\u003c')); // a page that is saved as HTML must not end it
  document.head.append(script);
  return script;
};

/** Why the answers can't be shown. */
export const explain = ({ status, problem }, texts) => {
  if (!(status >= 400 && status < 500) || status === 429) return texts.get('unreachable');
  const errors = problem.errors?.map?.(error => `${error.parameter ?? error.pointer}: ${error.detail}`);
  return texts.get('refused', errors?.join(' ') ?? problem.detail ?? status);
};

/** A contact as an item of a list, with links to call and to write. */
export const contactItem = ({ name, role, phones, email, language }) => {
  const note = ({ instruction, description }) => [instruction, description].filter(Boolean).map(text => ` (${text})`);
  const ways = [...phones.map(phone => [...link(phone.uri, phone.display), ...note(phone)]), ...(email ? [link(`mailto:${email}`, email)] : [])];
  return element('li', inLanguage(language.served), role ? `${name}, ${role}` : name, ...ways.flatMap(way => [' · ', ...way]));
};

/** A text without case, accents and punctuation. */
export const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
