import { createApp, h, ref } from 'vue';
import './fc-faq.mjs';

createApp({
  setup() {
    const count = ref(0);
    const loaded = (event: CustomEvent<{ count: number }>) => { count.value = event.detail.count; };
    const api = document.documentElement.dataset.api;
    return () => [
      h('p', `${count.value} entries`),
      h('fc-faq', { api, topic: 'freedom-cities', search: false, 'onFc-load': loaded }),
    ];
  },
}).mount('#app');
