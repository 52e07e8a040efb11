/** The language of a node: its own, or that of what contains it, also across shadow trees. */
export const languageOf = node => {
  for (let within = node; within; within = within.getRootNode().host) {
    const declared = within.closest('[lang]');
    if (declared) return declared.getAttribute('lang') || undefined;
  }
  return undefined;
};

/** Whether a node is on a dark page: one with light text, color(srgb R G B) or, in a browser without relative colours, rgb(R, G, B). */
export const isOnDark = probe => {
  const { color } = getComputedStyle(probe);
  const [red, green, blue] = color.match(/[\d.]+(e-?\d+)?/g);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / (color.startsWith('rgb') ? 255 : 1) > 0.5;
};

/** Calls back when the page or the system may have changed its colours or its language. */
export const watchSurroundings = (changed, signal) => {
  const observer = new MutationObserver(changed);
  for (const node of [document.documentElement, document.body]) observer.observe(node, { attributes: true });
  signal.addEventListener('abort', () => observer.disconnect());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, { signal });
  document.addEventListener('transitionend', ({ propertyName }) => propertyName === 'color' && changed(), { signal });
};
