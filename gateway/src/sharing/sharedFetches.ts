/** Asks once for all who want the same at the same time; what one of them no longer waits for, the others still get. */
export class SharedFetches<T> {
  private readonly underWay = new Map<string, Exchange<T>>();

  /** `start` is given what aborts once nobody waits any more. */
  async ask(key: string, start: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const exchange = this.underWay.get(key) ?? this.begin(key, start);
    exchange.waiting += 1;
    try {
      return await (signal ? Promise.race([exchange.answer, abortOf(signal)]) : exchange.answer);
    } finally {
      exchange.waiting -= 1;
      if (exchange.waiting === 0) {
        if (this.underWay.get(key) === exchange) this.underWay.delete(key);
        exchange.abort.abort(new Error("Nobody waits for this any more."));
      }
    }
  }

  private begin(key: string, start: (signal: AbortSignal) => Promise<T>): Exchange<T> {
    const abort = new AbortController();
    const answer = start(abort.signal);
    const exchange: Exchange<T> = { answer, abort, waiting: 0 };
    this.underWay.set(key, exchange);
    const end = (): void => {
      if (this.underWay.get(key) === exchange) this.underWay.delete(key);
    };
    answer.then(end, end);
    return exchange;
  }
}

interface Exchange<T> {
  readonly answer: Promise<T>;
  readonly abort: AbortController;
  waiting: number;
}

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}
