import type { DocumentLimits } from "../limits/documentLimits";
import { defaultGatewayLimits, type GatewayLimits } from "../limits/gatewayLimits";

/**
 * Limits for a graph of which nothing is known: a document that a person or a generator wrote stays below them, and one
 * made to exhaust the planner does not. Nothing is guessed of how long the lists of others are.
 */
export const genericLimits: DocumentLimits = {
  tokens: 50_000,
  depth: 100,
  aliases: 2_000,
  rootFields: 500,
  directives: 2_000,
  nodes: Infinity,
  variables: "any",
};

/** The same of everything else: variables of others may hold whole files, and costs are enforced where they are declared. */
export const genericGatewayLimits: GatewayLimits = {
  document: genericLimits,
  bodyBytes: 4 * 1024 * 1024,
  load: defaultGatewayLimits.load,
  demand: { ...defaultGatewayLimits.demand, mode: "declared" },
  budget: { ...defaultGatewayLimits.budget, points: 0 },
};
