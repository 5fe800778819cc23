import type { FormattedExecutionResult } from "graphql";

import type { CompiledFetch } from "../compile/compiledFetch";
import type { CompiledPlan } from "../compile/compiledPlan";
import type { PlainObject } from "../compile/plainObject";
import { BatchRequest } from "./batchRequest";
import type { AnswerError } from "./sliceError";

/** A request to a slice. */
export interface SliceRequest {
  readonly slice: string;
  readonly query: string;
  /** The whole request as JSON: `{"query":…,"variables":{…}}`. */
  readonly body: string;
  readonly isMutation: boolean;
  /** Whether equal items of the answer may be one value at several places. */
  readonly onceIfEqual: boolean;
}

/** Asks a slice; what cannot be had becomes an error of the answer, and the promise never rejects. */
export type AskSlice = (request: SliceRequest) => Promise<FormattedExecutionResult>;

/** What one run of a plan is given. */
export interface RunOptions {
  readonly plan: CompiledPlan;
  /** The client's variables by the names that the plan has for them. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly ask: AskSlice;
  /** Told when all fetches of a block of the answer are merged: 0, or a deferred one. */
  readonly blockDone: (block: number) => void;
}

/** How long a fetch that is ready waits for others that its slice could be asked with. */
const togetherMs = 50;

/** One run of a plan: asks what can be asked, merges what comes, goes on with what waited for it. */
export class PlanRun {
  readonly data: PlainObject = {};
  /** The errors of each block. */
  readonly errors: AnswerError[][];
  readonly options: RunOptions;
  private readonly waitingFor: number[];
  private readonly left: number[];
  private readonly ready: CompiledFetch[][];
  private readonly undecided: number[];
  private readonly timers: (NodeJS.Timeout | undefined)[] = [];
  private readonly variableTexts = new Map<string, string | null>();

  constructor(options: RunOptions) {
    const { fetches, groups, blocks } = options.plan;
    this.options = options;
    this.errors = Array.from({ length: blocks }, () => []);
    this.left = Array.from({ length: blocks }, () => 0);
    for (const { block } of fetches) this.left[block]! += 1;
    this.waitingFor = fetches.map(({ after }) => after.length);
    this.ready = groups.map(() => []);
    this.undecided = groups.map(({ members }) => members.length);
  }

  /** Asks everything that waits for nothing. */
  start(): void {
    this.left.forEach((count, block) => {
      if (count === 0) this.options.blockDone(block);
    });
    for (const fetch of this.options.plan.fetches) if (fetch.after.length === 0) this.free(fetch);
  }

  /** The JSON text of a client's variable; null where it was not given. */
  variableText(name: string): string | null {
    const known = this.variableTexts.get(name);
    if (known !== undefined) return known;
    const { variables } = this.options;
    const text = Object.hasOwn(variables, name) ? (JSON.stringify(variables[name]) ?? null) : null;
    this.variableTexts.set(name, text);
    return text;
  }

  /** What a fetch needs is there. */
  private free(fetch: CompiledFetch): void {
    const group = this.options.plan.groupOf[fetch.id]!;
    this.undecided[group]! -= 1;
    const ready = this.ready[group]!;
    ready.push(fetch);
    if (this.undecided[group] === 0) this.launch(group);
    else if (ready.length === 1) this.timers[group] = setTimeout(() => this.launch(group), togetherMs).unref();
  }

  private launch(group: number): void {
    clearTimeout(this.timers[group]);
    const fetches = this.ready[group]!;
    if (fetches.length === 0) return;
    this.ready[group] = [];
    void new BatchRequest(this, this.options.plan.groups[group]!, fetches).send().then(() => {
      for (const fetch of fetches) this.finish(fetch);
    });
  }

  private finish({ id, block }: CompiledFetch): void {
    for (const next of this.options.plan.dependents[id]!) {
      this.waitingFor[next.id]! -= 1;
      if (this.waitingFor[next.id] === 0) this.free(next);
    }
    this.left[block]! -= 1;
    if (this.left[block] === 0) this.options.blockDone(block);
  }
}
