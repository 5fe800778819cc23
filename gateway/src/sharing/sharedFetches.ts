import { onAbort, type Started } from "./started";

/** Asks once for all who want the same at the same time; what one of them no longer waits for, the others still get. */
export class SharedFetches<T> {
  private readonly underWay = new Map<string, SharedFetch<T>>();

  /** What `start` began is stopped once nobody waits for it any more. */
  async ask(key: string, start: () => Started<T>, signal?: AbortSignal): Promise<T> {
    const fetch = this.underWay.get(key) ?? this.begin(key, start());
    return await fetch.wait(signal);
  }

  private begin(key: string, started: Started<T>): SharedFetch<T> {
    const fetch = new SharedFetch(started, () => {
      if (this.underWay.get(key) === fetch) this.underWay.delete(key);
    });
    this.underWay.set(key, fetch);
    return fetch;
  }
}

/** One fetch, and how many wait for it. */
class SharedFetch<T> {
  private waiting = 0;

  /** `over` is told once the fetch has ended, or is given up. */
  constructor(
    private readonly started: Started<T>,
    private readonly over: () => void,
  ) {
    started.answer.then(over, over);
  }

  /** Resolves as the fetch does; rejects with the signal's reason where that aborts before. */
  wait(signal?: AbortSignal): Promise<T> {
    this.waiting += 1;
    if (!signal) return this.started.answer;
    return new Promise((resolve, reject) => {
      onAbort(signal, this.started.answer, () => {
        reject(signal.reason as Error);
        this.leave();
      });
      this.started.answer.then(resolve, reject);
    });
  }

  private leave(): void {
    this.waiting -= 1;
    if (this.waiting > 0) return;
    this.over();
    this.started.stop(new Error("Nobody waits for this any more."));
  }
}
