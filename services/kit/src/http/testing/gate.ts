/** A point that a test lets work reach, holds it at, and lets it pass. */
export class Gate {
  readonly #reached: Promise<void>;
  readonly #opened: Promise<void>;
  #reach: () => void = () => undefined;
  #open: () => void = () => undefined;

  constructor() {
    this.#reached = new Promise((resolve) => (this.#reach = resolve));
    this.#opened = new Promise((resolve) => (this.#open = resolve));
  }

  /** Called by the work: says that it is here, and waits. */
  pass(): Promise<void> {
    this.#reach();
    return this.#opened;
  }

  /** Resolves when the work is at the gate. */
  reached(): Promise<void> {
    return this.#reached;
  }

  open(): void {
    this.#open();
  }
}
