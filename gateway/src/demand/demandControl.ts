import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from "@apollo/server";
import { buildASTSchema, GraphQLError, type DocumentNode, type OperationDefinitionNode } from "graphql";

import { decodedResult } from "../execution/encodedData";
import type { GatewayContext } from "../gatewayContext";
import { OperationVariables } from "../limits/operationVariables";
import { ActualCost } from "./actualCost";
import { costError } from "./costError";
import { CostEstimator } from "./costEstimator";
import type { CostModel } from "./costModel";
import type { DemandSettings } from "./demandSettings";

/** What an operation was estimated to cost, and what its answer was worth. */
export interface OperationCost {
  readonly estimated: number;
  actual?: number;
}

type Resolved = GraphQLRequestContextDidResolveOperation<GatewayContext>;

/** The two halves of demand control: what comes before an operation runs, and what is told once it is answered. */
export interface DemandControl {
  /** Estimates each operation, and refuses it above the limit. */
  readonly estimates: ApolloServerPlugin<GatewayContext>;
  /** Says what the answer was worth: in the context, for the log, and in `extensions.cost` where that is asked for. */
  readonly reports: ApolloServerPlugin<GatewayContext>;
}

/** Makes both over a supergraph. */
export function demandControl(supergraph: DocumentNode, model: CostModel, settings: DemandSettings): DemandControl {
  const declares = model.weights.size + model.listSizes.size > 0;
  const mode = settings.mode === "declared" ? (declares ? "enforce" : "off") : settings.mode;
  if (mode === "off") return { estimates: {}, reports: {} };
  const schema = buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
  const { listSize, maxCost } = settings;
  const estimator = new CostEstimator({ schema, model, listSize });
  return {
    estimates: {
      requestDidStart: () =>
        Promise.resolve({
          didResolveOperation(context) {
            context.contextValue.cost = estimated(context, estimator, mode === "enforce" ? maxCost : Infinity);
            return Promise.resolve();
          },
        }),
    },
    reports: settings.report === "off" ? {} : actualCosts({ schema, model }, settings.report === "answer"),
  };
}

function actualCosts(
  rules: ConstructorParameters<typeof ActualCost>[0],
  inAnswer: boolean,
): ApolloServerPlugin<GatewayContext> {
  const known = new WeakMap<OperationDefinitionNode, ActualCost>();
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ contextValue: { cost }, document, operation, request, response: { body } }) {
          if (!cost || !document || !operation || body.kind !== "single") return Promise.resolve();
          const actual = known.get(operation) ?? new ActualCost(rules, { document, operation });
          known.set(operation, actual);
          const variables = new OperationVariables(operation, request.variables ?? {});
          cost.actual = actual.of(decodedResult(body.singleResult).data, variables);
          if (inAnswer) body.singleResult.extensions = { ...body.singleResult.extensions, cost: { ...cost } };
          return Promise.resolve();
        },
      }),
  };
}

function estimated(
  { document, operation, request }: Resolved,
  estimator: CostEstimator,
  maxCost: number,
): OperationCost | undefined {
  if (!operation) return undefined;
  const estimate = (): number => estimator.estimate(document, operation, request.variables);
  const cost = maxCost === Infinity ? attempted(estimate) : estimate();
  if (cost === undefined) return undefined;
  if (cost > maxCost) {
    const finding = `The operation may cost ${String(cost)}; the limit is ${String(maxCost)}`;
    throw costError({ code: "COST_ESTIMATED_TOO_EXPENSIVE", finding, node: operation, actual: cost, limit: maxCost });
  }
  return { estimated: cost };
}

/** Where costs are only measured, an operation whose cost cannot be told runs unmeasured. */
function attempted(estimate: () => number): number | undefined {
  try {
    return estimate();
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}
