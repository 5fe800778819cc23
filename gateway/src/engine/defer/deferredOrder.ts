import type { CompiledPlan } from "../compile/compiledPlan";
import type { AnswerError } from "../run/sliceError";

/** One deferred part of an answer as it is sent (`deferSpec=20220824`). */
export interface IncrementalPart {
  readonly data: Buffer;
  readonly path: readonly (string | number)[];
  readonly label?: string;
  readonly errors: readonly AnswerError[];
}

/** What is sent at one time after the first part. */
export interface IncrementalStep {
  readonly parts: readonly IncrementalPart[];
  readonly hasNext: boolean;
}

/** Gives the deferred blocks of a run in an order in which each comes after what it hangs on, as they are done. */
export class DeferredOrder {
  private readonly done = new Set<number>();
  private readonly sent = new Set<number>([0]);
  private readonly left: Set<number>;
  private wake: (() => void) | null = null;

  constructor(
    private readonly plan: CompiledPlan,
    blocks: readonly number[],
  ) {
    this.left = new Set(blocks);
  }

  /** All fetches of a block are merged. */
  finish(block: number): void {
    this.done.add(block);
    this.wake?.();
  }

  /** The blocks that can be sent now; waits until there is one. Null once all are sent. */
  async next(): Promise<readonly number[] | null> {
    while (this.left.size > 0) {
      const now = [...this.left].filter((each) => this.isDone(each) && this.isReached(each));
      if (now.length > 0) {
        for (const each of now) {
          this.left.delete(each);
          this.sent.add(each);
        }
        return now;
      }
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    return null;
  }

  get hasNext(): boolean {
    return this.left.size > 0;
  }

  /** A part of which all is deferred further waits for that: what it holds is not known before. */
  private isDone(block: number): boolean {
    if (!this.done.has(block)) return false;
    if (this.plan.deferred[block - 1]?.subselection !== null) return true;
    return this.plan.deferred.every(({ id, parent }) => parent !== block || this.isDone(id));
  }

  private isReached(block: number): boolean {
    return this.sent.has(this.plan.deferred[block - 1]?.parent ?? 0);
  }
}
