import { answers, element, search, withdrawal } from '../../Texts/en.json';
import { answers as esAnswers, element as esElement, search as esSearch, withdrawal as esWithdrawal } from '../../Texts/es.json';
import { directionOf } from './dom.js';

const sentences = {
  en: { ...answers, ...search, ...withdrawal, ...element },
  es: { ...esAnswers, ...esSearch, ...esWithdrawal, ...esElement },
};

/** The element's sentences in the reader's language. Those of the page come first. */
export class Texts {
  #sentences = sentences.en;
  language = 'en';
  own = {};

  choose(wanted = 'en') {
    const [short] = wanted.toLowerCase().split('-');
    const hasOwn = Object.keys(this.own).length > 0 && directionOf(wanted) !== 'auto';
    const spoken = Object.hasOwn(sentences, short) ? short : 'en';
    this.#sentences = sentences[spoken];
    this.language = hasOwn ? wanted : spoken;
  }

  /** Empty: there is no such sentence. */
  get(key, ...values) {
    return String(this.own[key] ?? this.#sentences[key] ?? '').replace(/{(\d)}/g, (_, place) => values[place]);
  }

  date(value, options = { dateStyle: 'long', timeZone: 'UTC' }) {
    return new Intl.DateTimeFormat(this.language, options).format(new Date(value));
  }
}
