import type { ApolloServerPlugin, GraphQLRequest } from "@apollo/server";
import { graphError } from "@corespond/kit";
import type { GraphQLError } from "graphql";

import type { GatewayContext } from "../gatewayContext";
import { askedDocument } from "./askedDocument";
import type { DocumentRegistry } from "./documentRegistry";
import { isRestricted, restrictsNobody, type DocumentRule } from "./documentRule";

/** Runs in the place of a document that is refused: its own text is neither parsed nor held against the schema. */
const harmless = "{ __typename }";

/**
 * Puts a registered document's text in the place of its id, and refuses whatever else a restricted client asks. What this
 * process asks itself is not restricted (L22: minimum necessary, 45 CFR 164.502(b)).
 */
export function trustedDocuments(registry: DocumentRegistry, rule: DocumentRule): ApolloServerPlugin<GatewayContext> {
  if (registry.isEmpty && restrictsNobody(rule)) return {};
  return {
    requestDidStart({ request, contextValue }) {
      const refusal = resolved(request, contextValue, registry);
      const free = !contextValue.door || !isRestricted(rule, contextValue.viewer);
      if (refusal === undefined || free) return Promise.resolve();
      replaceText(request, harmless);
      return Promise.resolve({
        // Thrown, and not a rejection that nobody awaits where another plugin throws.
        didResolveOperation() {
          throw refusal;
        },
      });
    },
  };
}

/** Resolves a registered document's id; says why a restricted client may not run the request, unless it may. */
function resolved(
  request: GraphQLRequest,
  { viewer }: GatewayContext,
  registry: DocumentRegistry,
): GraphQLError | undefined {
  const id = askedDocument(request);
  const text = id === undefined ? undefined : registry.textOf(id, viewer);
  if (text !== undefined && (request.query === undefined || request.query === text)) {
    replaceText(request, text);
    return undefined;
  }
  if (request.query !== undefined && registry.holds(request.query, viewer)) return undefined;
  return graphError(
    "QUERY_NOT_IN_SAFELIST",
    id === undefined
      ? "This client may run registered documents only, and this one is not registered for it."
      : "This client may run registered documents only, and none is registered for it under this id.",
  );
}

/** The text is certain now: a hash beside it would only be computed again. */
function replaceText(request: GraphQLRequest, text: string): void {
  request.query = text;
  if (request.extensions?.["persistedQuery"] === undefined) return;
  request.extensions = Object.fromEntries(
    Object.entries(request.extensions).filter(([name]) => name !== "persistedQuery"),
  );
}
