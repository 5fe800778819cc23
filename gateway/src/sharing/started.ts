/** Work under way that can be stopped. */
export interface Started<T> {
  /** Rejects with the reason of the stop, where it is stopped. */
  readonly answer: Promise<T>;
  stop(reason: Error): void;
}

/** What was started, stopped with the signal's reason when that aborts. */
export function untilAborted<T>(started: Started<T>, signal: AbortSignal | undefined): Promise<T> {
  const { answer } = started;
  if (!signal) return answer;
  onAbort(signal, answer, () => started.stop(signal.reason as Error));
  return answer;
}

/** Leaves when the signal aborts before there is an answer. */
export function onAbort(signal: AbortSignal, answer: Promise<unknown>, leave: () => void): void {
  const stay = (): void => signal.removeEventListener("abort", leave);
  signal.addEventListener("abort", leave, { once: true });
  answer.then(stay, stay);
}
