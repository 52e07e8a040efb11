// The preview follows the choices, and the snippet is what the preview is.
const preview = document.querySelector('#preview fc-faq');
const link = preview.querySelector('a');
const snippet = document.querySelector('#snippet');
const choices = document.querySelector('#choices');
const copy = document.querySelector('#copy');
const copied = document.querySelector('#copied');
const topics = new URL('v1/topics?limit=100&lang=en', document.currentScript.src);
const [script] = snippet.textContent.split('\n');

const show = () => {
  for (const { name, value } of choices.querySelectorAll('select')) {
    if (value) preview.setAttribute(name, value);
  }
  preview.toggleAttribute('search', choices.elements.search.checked);
  const page = new URL(link.href);
  page.searchParams.set('topic', preview.topic);
  page.searchParams.set('lang', preview.lang);
  link.href = page;
  link.textContent = choices.elements.lang.selectedOptions[0].dataset.link;
  snippet.textContent = `${script}\n${preview.outerHTML.replace(' search=""', ' search')}`;
  copied.textContent = '';
};

const offerTopics = async () => {
  const response = await fetch(topics);
  if (!response.ok) return;
  const { items } = await response.json();
  const { topic } = choices.elements;
  for (const { name, slug } of items) topic.add(new Option(name, slug, false, slug === preview.getAttribute('topic')));
};

choices.addEventListener('change', show);
choices.addEventListener('submit', event => event.preventDefault());
copy.addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(snippet.textContent);
    copied.textContent = 'Copied.';
  } catch {
    getSelection().selectAllChildren(snippet);
    copied.textContent = 'Selected: copy it with your keyboard.';
  }
});

copy.hidden = false;
// Without the topics the other choices still work.
offerTopics().catch(() => {}).finally(() => {
  choices.hidden = false;
  show();
});
