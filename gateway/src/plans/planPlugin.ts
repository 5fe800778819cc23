import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse, GraphQLRequestListener } from "@apollo/server";
import { getOperationAST, type DocumentNode } from "graphql";

import type { Judge } from "../authorization/judge";
import type { PreparedOperation } from "../engine/operation/preparedOperation";
import type { Engine } from "../engine/engine";
import { documentHash, operationKey } from "../execution/operationKey";
import type { GatewayContext } from "../gatewayContext";
import { planText } from "./planText";

type Answered = GraphQLRequestContextWillSendResponse<GatewayContext>;

/** The header with which a client asks for the plan of its operation: `1`. */
const planHeader = "x-corespond-plan";

/** What plans, and what of a document it gets. */
export interface PlanParts {
  readonly engine: () => Engine | undefined;
  /** What the schema asks of callers; null where that is not asked. */
  readonly judge: Judge | null;
}

/**
 * Puts the plan of an operation into `extensions.plan` of its answer, where the client asks for it. For development: a plan
 * names slices, keys and fields that the graph's schema does not show.
 */
export function planPlugin(parts: PlanParts): ApolloServerPlugin<GatewayContext> {
  const listener: GraphQLRequestListener<GatewayContext> = {
    async willSendResponse(answered) {
      if (answered.request.http?.headers.get(planHeader) !== "1") return;
      const plan = await planOf(parts, answered);
      if (!plan) return;
      const { body } = answered.response;
      const result = body.kind === "single" ? body.singleResult : body.initialResult;
      result.extensions = { ...result.extensions, plan: await planText(plan) };
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}

/** The plan by which the operation was answered; undefined where it was refused before it got one. */
async function planOf(
  { engine: running, judge }: PlanParts,
  answered: Answered,
): Promise<PreparedOperation | undefined> {
  const { document: given, operationName, queryHash = "", request, response } = answered;
  const engine = running();
  const { body } = response;
  if (!engine || !given || (body.kind === "single" && body.singleResult.data === undefined)) return undefined;
  const document = judgedDocument(judge, answered, given);
  const operation = document && getOperationAST(document, operationName);
  if (!operation) return undefined;
  const key = operationKey(document === given ? queryHash : documentHash(document), operationName);
  const { variables = {} } = request;
  return await engine.prepare({ key, document, operation, variables, deferring: body.kind === "incremental" });
}

/** What the gates left of the document, which is what was planned; null where they left nothing. */
function judgedDocument(
  judge: Judge | null,
  { contextValue, operation }: Answered,
  document: DocumentNode,
): DocumentNode | null {
  return judge && operation ? judge(document, operation, contextValue.caller).document : document;
}
