import './fc-faq.mjs';

const app = document.querySelector('#app')!;
const count = document.createElement('p');
const element = document.createElement('fc-faq');
element.api = document.documentElement.dataset.api!;
element.topic = 'freedom-cities';
element.search = false;
element.addEventListener('fc-load', ({ detail }) => { count.textContent = `${detail.count} entries`; });
app.append(count, element);
