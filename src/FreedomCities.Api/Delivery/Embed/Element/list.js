import { element } from './dom.js';

/** The entries on the page: all of them, or the hits of a search. What isn't sure to answer is folded. */
export class List {
  #items = element('div', {});
  #summary = element('summary', {});
  #folded = element('details', { class: 'related', part: 'related' }, this.#summary);
  root = element('div', {}, this.#items);

  setTexts(texts) {
    this.#summary.lang = texts.language;
    this.#summary.textContent = texts.get('related');
  }

  show(shown, isFolded) {
    if (isFolded !== this.#folded.isConnected) {
      this.#folded.open = false;
      this.root.replaceChildren(isFolded ? this.#folded : this.#items);
      if (isFolded) this.#folded.append(this.#items);
    }
    this.#order(shown);
  }

  /** Moves as few nodes as possible, so that the focus stays where it is. */
  #order(shown) {
    const { children } = this.#items;
    for (const child of [...children]) {
      if (!shown.includes(child)) child.remove();
    }
    shown.forEach((child, place) => {
      if (children[place] !== child) this.#items.insertBefore(child, children[place] ?? null);
    });
  }
}
