// Tells the page around the frame how high the content is.
new ResizeObserver(() => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ type: 'fc-height', height }, '*');
}).observe(document.documentElement);
