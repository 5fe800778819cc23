import { GraphQLError } from "graphql";

import { DeferredOrder, type IncrementalPart, type IncrementalStep } from "./defer/deferredOrder";
import { deferredPart, type DeferredPart } from "./defer/deferredPart";
import { placesOf } from "./defer/placesOf";
import type { TypeLattice } from "./compile/typeLattice";
import type { EngineAnswer, EngineRequest } from "./engineRequest";
import type { Introspection } from "./operation/introspection";
import type { PreparedOperation, Variables } from "./operation/preparedOperation";
import { PlanRun, type AskSlice } from "./run/planRun";
import { badAnswerAt, type AnswerError } from "./run/sliceError";
import { ToldPlaces } from "./run/toldPlaces";
import { dataOf, writeAnswer, type Written } from "./write/answerWriter";
import type { FieldShape } from "./write/selectionShape";

/** The answer to an operation of which nothing can be asked. */
const noData = Buffer.from('{"data":null}');

interface ExecutionParts {
  readonly ask: AskSlice;
  readonly types: TypeLattice;
  readonly introspection: Introspection;
  readonly tellsMissing: boolean;
}

/** One request under way. */
export class Execution {
  private readonly run: PlanRun;
  private readonly order: DeferredOrder;
  private readonly first: Promise<void>;
  private readonly variables: Variables;

  constructor(
    private readonly prepared: PreparedOperation,
    request: EngineRequest,
    private readonly parts: ExecutionParts,
  ) {
    const { plan } = prepared;
    const variables = prepared.variables(request.variables);
    this.variables = variables;
    this.order = new DeferredOrder(
      plan,
      plan.deferred.map(({ id }) => id),
    );
    let firstDone = (): void => undefined;
    this.first = new Promise((resolve) => (firstDone = resolve));
    const blockDone = (block: number): void => (block === 0 ? firstDone() : this.order.finish(block));
    this.run = new PlanRun({ plan, variables, ask: parts.ask, blockDone });
  }

  async answer(): Promise<EngineAnswer> {
    this.run.start();
    await this.first;
    return { ...this.written(), later: this.order.hasNext ? this.later() : null };
  }

  private written(): Pick<EngineAnswer, "json" | "errors"> {
    const { prepared, variables, parts } = this;
    const introspect = (field: FieldShape): unknown => parts.introspection.answer(field, prepared.shaped, variables);
    const { json, ...found } = writeAnswer(this.run.data, prepared.shaped.shape, introspect);
    const unplanned = prepared.unplanned.map((key) => badAnswerAt([key], "unplanned"));
    const errors = [...this.withFound(this.told(0), found), ...unplanned];
    return prepared.isPlanned ? { json, errors } : { json: noData, errors };
  }

  /** What slices failed at, in the client's words. */
  private told(block: number): readonly AnswerError[] {
    const { errors } = this.run;
    return (errors[block] ?? []).map(({ path, ...error }) => ({
      ...error,
      ...(path && { path: this.prepared.clientPath(path) }),
    }));
  }

  private async *later(): AsyncGenerator<IncrementalStep> {
    for (let blocks = await this.order.next(); blocks; blocks = await this.order.next())
      yield { parts: blocks.flatMap((block) => this.deferred(block)), hasNext: this.order.hasNext };
  }

  private deferred(id: number): readonly IncrementalPart[] {
    const block = this.prepared.plan.deferred[id - 1];
    const part = block && deferredPart(this.prepared.shaped, block);
    if (!part) return [];
    try {
      return this.placed(part, this.told(id));
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const { message, extensions } = error;
      return [{ data: Buffer.from("null"), path: [], errors: [{ message, extensions }] }];
    }
  }

  private placed(part: DeferredPart, told: readonly AnswerError[]): readonly IncrementalPart[] {
    const { prepared, run, parts } = this;
    return placesOf(run.data, part.queryPath, parts.types).map((place, index) => {
      const { object } = place;
      const path = prepared.clientPath(place.path);
      const { json, ...found } = writeAnswer(object, part.shape, () => null);
      const placed = (error: AnswerError): AnswerError => ({ ...error, path: [...path, ...(error.path ?? [])] });
      const here = { wrong: found.wrong.map(placed), missing: found.missing.map(placed) };
      const label = part.label === undefined ? {} : { label: part.label };
      const errors = this.withFound(told, here);
      return { data: dataOf(json), path, ...label, errors: index === 0 ? errors : errors.slice(told.length) };
    });
  }

  /**
   * What slices told, and what was found of their answers beside it. Where a slice told of an error, that is taken as the
   * cause of what is missing.
   */
  private withFound(told: readonly AnswerError[], { wrong, missing }: Omit<Written, "json">): readonly AnswerError[] {
    if (told.length === 0) return this.parts.tellsMissing ? [...wrong, ...missing] : wrong;
    const places = new ToldPlaces();
    for (const { path } of told) places.add(path);
    return [...told, ...wrong.filter(({ path }) => !places.explain(path))];
  }
}
