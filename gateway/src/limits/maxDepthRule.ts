import type { FieldNode, ValidationRule } from "graphql";
import { documentFold, operationsOf, type Fold } from "./documentFold";
import { limitError } from "./limitError";

/** Deeper than the introspection query of graphql-js 16 (15 levels), so that tools can read the schema. */
const introspectionDepth = 20;

const depth: Fold<number> = {
  nothing: 0,
  field: (node, below) => (isIntrospection(node) && below < introspectionDepth ? 0 : below + 1),
  join: Math.max,
};

/** Refuses operations that nest fields deeper than `limit`; introspection has a limit of its own, 20. */
export function maxDepthRule(limit: number): ValidationRule {
  return (context) => ({
    Document(document) {
      const depthOf = documentFold(document, depth);
      for (const node of operationsOf(document)) {
        const actual = depthOf(node);
        if (actual > limit) {
          const finding = `The query nests ${actual} levels deep`;
          context.reportError(limitError({ code: "QUERY_TOO_DEEP", finding, limit, actual, node }));
        }
      }
      return false;
    },
  });
}

function isIntrospection({ name: { value } }: FieldNode): boolean {
  return value === "__schema" || value === "__type";
}
