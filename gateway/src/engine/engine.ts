import { buildASTSchema, parse, type FormattedExecutionResult, type GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";

import { CompiledPlan } from "./compile/compiledPlan";
import { TypeLattice } from "./compile/typeLattice";
import type { EngineAnswer, EngineRequest } from "./engineRequest";
import { Execution } from "./execution";
import { conditionVariables, trueConditions } from "./operation/conditions";
import { Introspection } from "./operation/introspection";
import { plannedDocument, type AskedOperation, type PlanningFacts } from "./operation/plannedDocument";
import { planningFacts } from "./operation/planningFacts";
import { PreparedOperation } from "./operation/preparedOperation";
import { ShapedOperation } from "./operation/shapedOperation";
import { overrideLabels } from "./plan/overrideLabels";
import { startPlanner } from "./plan/planner";
import type { Planner } from "./plan/plannerProcess";
import type { AskSlice, SliceRequest } from "./run/planRun";

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
