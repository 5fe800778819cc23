import type { DocumentNode, OperationDefinitionNode } from "graphql";

import { estimatedCost, type EstimateRules } from "./estimatedCost";
import { OperationVariables } from "../limits/operationVariables";

/** Outcomes that are kept of one operation whose cost depends on variables. */
const mostOutcomes = 64;

/** What is known of an operation: which variables its cost depends on, and the cost by their values. */
interface Known {
  readonly names: ReadonlySet<string>;
  readonly costs: Map<string, number>;
}

/** Estimates operations, and remembers: a document's estimate depends on few variables, and mostly on none. */
export class CostEstimator {
  readonly #rules: EstimateRules;
  // Apollo Server's document store gives a repeated query the same nodes again.
  readonly #known = new WeakMap<OperationDefinitionNode, Known>();

  constructor(rules: EstimateRules) {
    this.#rules = rules;
  }

  /** What the operation may cost at most. Throws a `GraphQLError` where that cannot be told. */
  estimate(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    given: Readonly<Record<string, unknown>> = {},
  ): number {
    const variables = new OperationVariables(operation, given);
    const known = this.#known.get(operation);
    const key = known ? variables.keyOf(known.names) : null;
    const kept = key === null ? undefined : known?.costs.get(key);
    return kept ?? this.#measure(document, operation, variables);
  }

  #measure(document: DocumentNode, operation: OperationDefinitionNode, variables: OperationVariables): number {
    const cost = estimatedCost({ document, operation }, variables, this.#rules);
    const known = this.#known.get(operation) ?? { names: variables.used, costs: new Map<string, number>() };
    this.#known.set(operation, known);
    const key = variables.keyOf(known.names);
    if (key !== null) {
      if (known.costs.size >= mostOutcomes) known.costs.clear();
      known.costs.set(key, cost);
    }
    return cost;
  }
}
