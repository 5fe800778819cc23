/**
 * The process that plans: Apollo's query planner over one supergraph. It is told the supergraph once and then gives a plan
 * for each document, so that neither reading a supergraph nor planning ever stops what answers requests, and whatever
 * becomes of the planner over some document becomes of this process only.
 */
import internals from "@apollo/federation-internals";
import { QueryPlanner } from "@apollo/query-planner";
import { parse, print } from "graphql";

import { circularRequires } from "./circularRequires.mjs";
import { distinctArguments } from "./distinctArguments.mjs";
import { executableFeatures } from "./executableFeatures.mjs";
import { membersOfOneSlice } from "./membersOfOneSlice.mjs";
import { mutationsInTurn } from "./mutationsInTurn.mjs";
import { resolvableKeysFirst } from "./resolvableKeysFirst.mjs";
import { splitByMembers } from "./splitByMembers.mjs";

const { operationFromDocument, ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } = internals;

const supergraphOf = (sdl, validateSupergraph) =>
  Supergraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, validateSupergraph });

/** Reads the supergraph; throws where it is none. */
function load(composed) {
  const supergraphSdl = executableFeatures(composed);
  const arguments_ = distinctArguments(resolvableKeysFirst(supergraphSdl));
  const given = supergraphOf(supergraphSdl, true);
  const planned = arguments_.sdl === supergraphSdl ? given : supergraphOf(arguments_.sdl, false);
  const planner = new QueryPlanner(planned, {
    incrementalDelivery: { enableDefer: true },
    // A slice is not asked for what only another type at the same place needs.
    typeConditionedFetching: true,
    // Named fragments would have to be told apart where fetches are joined, and slices keep a document by its text.
    reuseQueryFragments: false,
    cache: { get: () => Promise.resolve(undefined), set: () => Promise.resolve(), clear: () => undefined },
  });
  const schema = given.apiSchema().toGraphQLJSSchema({ includeDefer: true });
  const split = splitByMembers(arguments_.sdl);
  const complete = membersOfOneSlice(arguments_.sdl);
  const mended = (plan, document, operationName) =>
    arguments_.restore(split(complete(plan, document, operationName), document));
  const planInTurns = circularRequires(arguments_.sdl);
  return { planner, apiSchema: planned.apiSchema(), planInTurns, mended, apiSdl: sdlOf(schema) };
}

/** A schema by the definitions that it was built of: its values would not all become texts again, such as a scalar's `{}`. */
const sdlOf = (schema) =>
  [schema, ...schema.getDirectives(), ...Object.values(schema.getTypeMap())]
    .flatMap(({ astNode, extensionASTNodes = [] }) => [astNode, ...extensionASTNodes])
    .filter((node) => node)
    .map((node) => print(node))
    .join("\n\n");

function answer({ planner, apiSchema, planInTurns, mended }, { document, operationName, overrides }) {
  const overrideConditions = new Map(overrides);
  const buildPlan = (each) => {
    const operation = operationFromDocument(apiSchema, each, { operationName, validate: false });
    return planner.buildQueryPlan(operation, { overrideConditions });
  };
  const planOf = (each) => planInTurns(each, { operationName, planOf: buildPlan });
  const asked = parse(document);
  const plan = mutationsInTurn(asked, { operationName, planOf });
  // As text a plan travels in half the time that a copy of its objects takes.
  return JSON.stringify(mended(plan, asked, operationName));
}

const failure = (error) => ({
  message: error instanceof Error ? error.message : String(error),
  causes: (error?.causes ?? []).map((cause) => cause.message),
});

function start({ supergraphSdl }) {
  let loaded;
  try {
    loaded = load(supergraphSdl);
  } catch (error) {
    process.send({ refused: failure(error) });
    return;
  }
  process.send({ apiSdl: loaded.apiSdl });
  process.on("message", ({ id, ...asked }) => {
    try {
      process.send({ id, plan: answer(loaded, asked) });
    } catch (error) {
      process.send({ id, failed: failure(error) });
    }
  });
}

process.once("message", start);
process.on("disconnect", () => process.exit());
// Whoever ends the gateway ends it, once it needs no plan any more.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);
