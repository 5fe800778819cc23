import { invariant } from "@corespond/kit";
import { getOperationAST, type FormattedExecutionResult } from "graphql";

import { Engine, type EngineOptions } from "../engine/engine";
import type { SliceRequest } from "../engine/run/planRun";
import type { GatewayContext } from "../gatewayContext";
import type { EngineParts, GraphEngine } from "../graphEngine";
import type { GraphMetrics } from "../metrics/graphMetrics";
import { tracedPlan } from "../tracing/tracedPlan";
import { askSlice } from "../slices/askSlice";
import { answerGraphQLErrors } from "./answerGraphQLErrors";
import type { RecentOperations } from "./recentOperations";
import { EncodedData } from "./encodedData";
import { operationKey } from "./operationKey";
import { variableErrors } from "./variableErrors";

type Executor = NonNullable<Awaited<ReturnType<GraphEngine["load"]>>["executor"]>;

/** The engine with what answers in parts, which Apollo Server's executor cannot. */
export interface CorespondEngine extends GraphEngine {
  /** The engine, once it is loaded. */
  readonly engine: () => Engine | undefined;
}

/** The house's own engine, as Apollo Server asks it. The data of its answers is bytes, which the door sends as they are. */
export function corespondEngine(parts: EngineParts): CorespondEngine {
  const { supergraphSdl, slices, log, metrics, recent, traced = false } = parts;
  const send = async (request: SliceRequest, context: unknown): Promise<FormattedExecutionResult> => {
    const transport = slices[request.slice];
    invariant(transport, `the supergraph names the slice "${request.slice}", which is not configured`);
    const asking = context as GatewayContext;
    return await askSlice({ name: request.slice, transport, log }, question(request, asking.forwarded), asking);
  };
  const listeners = new Set<Parameters<GraphEngine["onSchemaLoadOrUpdate"]>[0]>();
  let engine: Engine | undefined;
  return {
    engine: () => engine,
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      const started = await Engine.start({
        ...{ supergraphSdl, send, tellsMissing: false },
        ...((metrics || traced) && { planned: planObserver(metrics) }),
      });
      engine = started;
      await recent?.warm(started);
      for (const listener of listeners) listener({ apiSchema: started.schema, coreSupergraphSdl: supergraphSdl });
      return { executor: executorOf(started, recent) };
    },
    stop: async () => await engine?.close(),
  };
}

function planObserver(metrics: GraphMetrics | undefined): NonNullable<EngineOptions["planned"]> {
  return (plan, context) => {
    metrics?.planned(plan);
    const trace = (context as GatewayContext | undefined)?.trace;
    if (trace) tracedPlan(trace, plan);
  };
}

/** The request as a slice in this process takes it; over HTTP its body is sent as it is. */
const question = ({ query, body, onceIfEqual }: SliceRequest, forwarded: readonly string[]) => ({
  query,
  body,
  forwarded,
  onceIfEqual,
  get variables() {
    return (JSON.parse(body) as { readonly variables: Readonly<Record<string, unknown>> }).variables;
  },
});

function executorOf(engine: Engine, recent: RecentOperations | undefined): Executor {
  return async ({ request, document, operationName, queryHash, context }) => {
    const { variables = {} } = request;
    // The gates may have put another document in the place of the client's, and what they left out stays out.
    const operation = getOperationAST(document, operationName);
    invariant(operation, "Apollo Server resolves the operation before it executes");
    const wrong = variableErrors(engine.schema, operation, variables);
    if (wrong) return { errors: wrong };
    const key = operationKey(queryHash, operationName);
    recent?.note(key, document, operationName);
    const { json, errors } = await engine.execute({ key, document, operation, variables, context });
    return {
      data: new EncodedData(json) as unknown as Record<string, unknown>,
      ...(errors.length > 0 && { errors: answerGraphQLErrors(errors) }),
    };
  };
}
