import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import { Role } from "@corespond/kit";
import type { DocumentNode } from "graphql";

import type { GatewayContext } from "../gatewayContext";
import type { Caller } from "../identity/caller";
import { documentGate, type DocumentGate, type GatedOperation } from "./documentGate";
import { fillRefused } from "./fillRefused";
import { partialErrors, wholeErrors } from "./refusalErrors";

type GraphEngine = ApolloServerOptionsWithGateway<GatewayContext>["gateway"];
type GatewayExecutor = NonNullable<Awaited<ReturnType<GraphEngine["load"]>>["executor"]>;

/** Puts the schema's gates before whatever plans and executes. */
export function guardedEngine(supergraphSdl: string, engine: GraphEngine): GraphEngine {
  return {
    onSchemaLoadOrUpdate: (callback) => engine.onSchemaLoadOrUpdate(callback),
    stop: () => engine.stop(),
    load: async (options) => {
      const { executor } = await engine.load(options);
      return { executor: executor && guardedExecutor(supergraphSdl, executor) };
    },
  };
}

/** How many kinds of callers one document's outcomes are kept for. */
const mostKinds = 32;

/**
 * The engine's executor gets a document that holds nothing refused, under a hash of its own:
 * it keeps plans by hash, and one caller's plan must not become another's.
 */
function guardedExecutor(supergraphSdl: string, execute: GatewayExecutor): GatewayExecutor {
  const judge = keptOutcomes(documentGate(supergraphSdl));
  return async (request) => {
    const { caller } = request.context as unknown as GatewayContext;
    const { outcome, kind } = judge(request.document, request.operation, caller);
    if (outcome.refusals.length === 0) return await execute(request);
    if (outcome.document === null) return { errors: wholeErrors(outcome.refusals, caller) };
    const queryHash = `${request.queryHash} ${kind}`;
    const answer = await execute({ ...request, document: outcome.document, queryHash });
    fillRefused(answer.data, outcome.nulls);
    return { ...answer, errors: [...(answer.errors ?? []), ...partialErrors(outcome.refusals)] };
  };
}

type Judge = (...asked: Parameters<DocumentGate>) => { readonly outcome: GatedOperation; readonly kind: string };

/** Outcomes depend on the document and on what the gates look at of a caller; documents are kept by Apollo Server. */
function keptOutcomes(gate: DocumentGate): Judge {
  const kept = new WeakMap<DocumentNode, Map<string, GatedOperation>>();
  return (document, operation, caller) => {
    const kind = kindOf(caller);
    const outcomes = kept.get(document) ?? new Map<string, GatedOperation>();
    kept.set(document, outcomes);
    const key = `${operation.name?.value ?? ""} ${kind}`;
    const known = outcomes.get(key);
    if (known) return { outcome: known, kind };
    if (outcomes.size >= mostKinds) outcomes.clear();
    const outcome = gate(document, operation, caller);
    outcomes.set(key, outcome);
    return { outcome, kind };
  };
}

const kindOf = ({ viewer, machine, strong }: Caller): string =>
  JSON.stringify([viewer.role === Role.ANONYMOUS, machine, strong, [...viewer.scopes].sort()]);
