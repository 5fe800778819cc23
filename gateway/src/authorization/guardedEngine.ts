import type { ApolloServerOptionsWithGateway } from "@apollo/server";

import { decodedResult } from "../execution/encodedData";
import { documentHash } from "../execution/operationKey";
import type { GatewayContext } from "../gatewayContext";
import { fillRefused } from "./fillRefused";
import type { Judge } from "./judge";
import type { RefusalRecorder } from "./recordRefusals";
import { partialErrors, wholeErrors } from "./refusalErrors";

type GraphEngine = ApolloServerOptionsWithGateway<GatewayContext>["gateway"];
type GatewayExecutor = NonNullable<Awaited<ReturnType<GraphEngine["load"]>>["executor"]>;

/** Puts the schema's gates before whatever plans and executes. What they refuse is recorded before anybody is told. */
export function guardedEngine(judge: Judge, engine: GraphEngine, record: RefusalRecorder): GraphEngine {
  return {
    onSchemaLoadOrUpdate: (callback) => engine.onSchemaLoadOrUpdate(callback),
    stop: () => engine.stop(),
    load: async (options) => {
      const { executor } = await engine.load(options);
      return { executor: executor && guardedExecutor(judge, executor, record) };
    },
  };
}

/**
 * The engine's executor gets a document that holds nothing refused, under a hash of its own:
 * it keeps plans by hash, and one caller's plan must not become another's.
 */
function guardedExecutor(judge: Judge, execute: GatewayExecutor, record: RefusalRecorder): GatewayExecutor {
  return async (request) => {
    const context = request.context as unknown as GatewayContext;
    const { caller } = context;
    const outcome = judge(request.document, request.operation, caller);
    if (outcome.refusals.length === 0) return await execute(request);
    await record(context, outcome.refusals);
    if (outcome.document === null) return { errors: wholeErrors(outcome.refusals, caller) };
    const queryHash = documentHash(outcome.document);
    const answer = decodedResult(await execute({ ...request, document: outcome.document, queryHash }));
    fillRefused(answer.data, outcome.nulls);
    return { ...answer, errors: [...(answer.errors ?? []), ...partialErrors(outcome.refusals)] };
  };
}
