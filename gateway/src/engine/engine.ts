import {
  buildASTSchema,
  parse,
  type DocumentNode,
  type FormattedExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { LRUCache } from "lru-cache";

import { CompiledPlan } from "./compile/compiledPlan";
import { TypeLattice } from "./compile/typeLattice";
import { DeferredOrder, type IncrementalPart, type IncrementalStep } from "./defer/deferredOrder";
import { deferredPart } from "./defer/deferredPart";
import { placesOf } from "./defer/placesOf";
import { conditionVariables, trueConditions } from "./operation/conditions";
import { Introspection } from "./operation/introspection";
import { plannedDocument, type AskedOperation, type PlanningFacts } from "./operation/plannedDocument";
import { planningFacts } from "./operation/planningFacts";
import { PreparedOperation, type Variables } from "./operation/preparedOperation";
import { ShapedOperation } from "./operation/shapedOperation";
import { overrideLabels } from "./plan/overrideLabels";
import { startPlanner } from "./plan/planner";
import type { Planner } from "./plan/planThread";
import { PlanRun, type AskSlice, type SliceRequest } from "./run/planRun";
import { badAnswerAt, type AnswerError } from "./run/sliceError";
import { dataOf, writeAnswer, type Written } from "./write/answerWriter";
import type { FieldShape } from "./write/selectionShape";

/** What an engine is made of. */
export interface EngineOptions {
  readonly supergraphSdl: string;
  /** Asks a slice on behalf of a request. It should not reject: what it throws becomes an error of the answer. */
  readonly send: (request: SliceRequest, context: unknown) => Promise<FormattedExecutionResult>;
  /** Whether a progressive `@override` holds for one request; by default `percent(N)` holds for N of a hundred. */
  readonly override?: (label: string) => boolean;
  /**
   * Whether an answer tells of values that are missing where no slice said why; by default it does. Where slices withhold
   * values it must not: withheld and absent are the same to clients.
   */
  readonly tellsMissing?: boolean;
  /** Told of each operation that was prepared, and for which request. */
  readonly planned?: (plan: PlanTaken, context: unknown) => void;
}

/** What a plan cost: none is made where one is kept, or on its way. */
export interface PlanTaken {
  readonly cached: boolean;
  /** Milliseconds of planning and compiling. */
  readonly ms: number;
}

/** A validated request. */
export interface EngineRequest {
  /** What stands for the document among all documents, such as its hash. */
  readonly key: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
  /** Whether parts of the answer may come later (`@defer`); else all of it comes at once. */
  readonly deferring?: boolean;
  /** Handed on to `send`. */
  readonly context: unknown;
}

/** An answer, written as JSON. */
export interface EngineAnswer {
  /** `{"data":…}` */
  readonly json: Buffer;
  readonly errors: readonly AnswerError[];
  /** The parts that come later; null where the answer is whole. */
  readonly later: AsyncIterable<IncrementalStep> | null;
}

/** How many operations are kept compiled. */
const mostOperations = 1_000;

/** Executes operations over one supergraph. */
export class Engine {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  private readonly types: TypeLattice;
  private readonly labels: readonly string[];
  private readonly facts: PlanningFacts;
  private readonly introspection = new Introspection();
  private readonly prepared = new LRUCache<string, Promise<PreparedOperation>>({ max: mostOperations });

  private constructor(
    private readonly options: EngineOptions,
    private readonly planner: Planner,
  ) {
    const supergraph = parse(options.supergraphSdl, { noLocation: true });
    this.schema = buildASTSchema(parse(planner.apiSdl, { noLocation: true }), {
      assumeValid: true,
      assumeValidSDL: true,
    });
    this.types = new TypeLattice(supergraph);
    this.labels = overrideLabels(supergraph);
    this.facts = planningFacts(supergraph, this.schema);
  }

  /** Reads a supergraph; rejects, saying why, where it is none. */
  static async start(options: EngineOptions): Promise<Engine> {
    return new Engine(options, await startPlanner(options.supergraphSdl));
  }

  async close(): Promise<void> {
    await this.planner.close();
  }

  /** Executes an operation. It rejects where no plan can be made; what slices fail at is told in the answer. */
  async execute(request: EngineRequest): Promise<EngineAnswer> {
    const prepared = await this.prepare(request).catch((error: unknown) => {
      // There are documents that the planner can only plan whole.
      if (request.deferring !== true) throw error;
      return this.prepare({ ...request, deferring: false });
    });
    return await new Execution(prepared, request, {
      ask: this.askFor(request),
      types: this.types,
      introspection: this.introspection,
      tellsMissing: this.options.tellsMissing ?? true,
    }).answer();
  }

  /** Plans and compiles an operation, once for all that ask it at the same time. */
  async prepare(
    request: Omit<EngineRequest, "context"> & Partial<Pick<EngineRequest, "context">>,
  ): Promise<PreparedOperation> {
    const overrides = this.labels.map((label) => [label, this.overrides(label)] as const);
    const conditions = conditionVariables(request.document, request.operation);
    const holding = trueConditions(conditions, request.variables);
    const { deferring = false } = request;
    const plain = overrides.length + conditions.length === 0 && !deferring;
    const key = plain ? request.key : `${request.key} ${JSON.stringify([overrides, [...holding], deferring])}`;
    const known = this.prepared.get(key);
    if (known) {
      this.options.planned?.({ cached: true, ms: 0 }, request.context);
      return await known;
    }
    const startedAt = performance.now();
    const preparing = this.compile({ ...request, holding, deferring }, overrides);
    this.prepared.set(key, preparing);
    preparing.catch(() => this.prepared.delete(key));
    const made = await preparing;
    this.options.planned?.({ cached: false, ms: performance.now() - startedAt }, request.context);
    return made;
  }

  private async compile(
    asked: AskedOperation,
    overrides: readonly (readonly [string, boolean])[],
  ): Promise<PreparedOperation> {
    const planned = plannedDocument(asked, this.facts);
    const question = { document: planned.text, operationName: asked.operation.name?.value, overrides };
    const planning = this.planner.plan(question);
    // What follows may fail while the plan is under way.
    planning.catch(() => undefined);
    const shaped = new ShapedOperation(this.schema, planned);
    const { plan } = await planning;
    return new PreparedOperation(shaped, new CompiledPlan(plan, this.types));
  }

  private overrides(label: string): boolean {
    if (this.options.override) return this.options.override(label);
    const percent = /^percent\((\d+(?:\.\d+)?)\)$/.exec(label)?.[1];
    return percent !== undefined && Math.random() * 100 < Number(percent);
  }

  private askFor({ context }: EngineRequest): AskSlice {
    return (request) => this.options.send(request, context);
  }
}

/** The answer to an operation of which nothing can be asked. */
const noData = Buffer.from('{"data":null}');

interface ExecutionParts {
  readonly ask: AskSlice;
  readonly types: TypeLattice;
  readonly introspection: Introspection;
  readonly tellsMissing: boolean;
}

/** One request under way. */
class Execution {
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
    const { prepared, run, parts } = this;
    const block = prepared.plan.deferred[id - 1];
    const part = block && deferredPart(prepared.shaped, block);
    if (!part) return [];
    const told = this.told(id);
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
    return [...told, ...wrong.filter((error) => !told.some((each) => touches(each, error)))];
  }
}

/** Whether a told error explains what is missing: it has no place, or one on the way to it or below it. */
function touches({ path: told }: AnswerError, { path: missing = [] }: AnswerError): boolean {
  if (!told) return true;
  const length = Math.min(told.length, missing.length);
  return told.slice(0, length).every((key, index) => key === missing[index]);
}
