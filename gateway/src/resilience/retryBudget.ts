/** Repetitions that a slice is granted before any fetch has earned one. */
const credit = 10;

/** Grants repetitions as a share of the fetches: when all fail, the load grows by that share and no more. */
export class RetryBudget {
  readonly #share: number;
  #left: number;

  constructor(percent: number) {
    this.#share = percent / 100;
    this.#left = percent === 0 ? 0 : credit;
  }

  /** Counts one fetch. */
  earn(): void {
    this.#left = Math.min(credit, this.#left + this.#share);
  }

  /** Takes one repetition, where there is one. */
  take(): boolean {
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
