const delays = [5, 15, 60]; // seconds
const longest = 86_400;

/** Tries again after a failure: later and later, and not before the service wants it. */
export class Retries {
  #failures = 0;
  #earliest = 0;
  #timer;
  #retry;

  constructor(retry) {
    this.#retry = retry;
  }

  /** Whether the service wants a request now. */
  get isAllowed() {
    return Date.now() >= this.#earliest;
  }

  plan({ retryAfter = 0 }) {
    const wanted = Math.min(retryAfter, longest);
    const delay = Math.max(delays[Math.min(this.#failures, delays.length - 1)], wanted);
    this.#failures += 1;
    this.#earliest = Date.now() + wanted * 1000;
    this.#timer = setTimeout(() => this.#retry(), delay * 1000);
  }

  /** Plans nothing, until the next failure. */
  stop() {
    clearTimeout(this.#timer);
  }

  reset() {
    this.stop();
    this.#failures = this.#earliest = 0;
  }
}
