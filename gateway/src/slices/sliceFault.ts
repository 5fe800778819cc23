/**
 * How a slice failed to answer: nobody was reached (`unreachable`), a proxy or a slice that is not ready spoke for it
 * (`notReady`: 502, 503, 504), it took too long (`slow`), what came is no GraphQL result (`malformed`, `tooLarge`), or it would
 * not hear this request (`refused`: 400 to 499 without a GraphQL result).
 */
export type SliceFaultKind = "unreachable" | "notReady" | "slow" | "malformed" | "tooLarge" | "refused";

/** A slice gave no GraphQL result. The text is for the log: it holds nothing of what the slice said. */
export class SliceFault extends Error {
  override readonly name = "SliceFault";

  constructor(
    readonly kind: SliceFaultKind,
    finding: string,
    options?: ErrorOptions,
  ) {
    super(`The slice gave no answer: ${finding}.`, options);
  }

  /** Whether it says that the slice is ill: what one client sends must not shut it for the others. */
  get isIllness(): boolean {
    return this.kind !== "refused";
  }

  /** Whether the same read may succeed a moment later. */
  get passing(): boolean {
    return this.kind === "unreachable" || this.kind === "notReady";
  }
}

/** What a slice that took longer than it may is given up with. */
export const tooSlow = (ms: number): SliceFault => new SliceFault("slow", `nothing whole came within ${String(ms)} ms`);
