import type { ValidationRule } from "graphql";
import { cappedCount } from "./cappedCount";
import { documentFold, operationsOf, type Fold } from "./documentFold";
import { limitError } from "./limitError";

const fields: Fold<number> = {
  nothing: 0,
  field: () => 1,
  join: cappedCount.add,
};

/** Refuses operations with more than `limit` fields at their root, each of which a slice is asked for on its own. */
export function maxRootFieldsRule(limit: number): ValidationRule {
  return (context) => ({
    Document(document) {
      const rootFieldsOf = documentFold(document, fields);
      for (const node of operationsOf(document)) {
        const actual = rootFieldsOf(node);
        if (actual > limit) {
          const finding = `The operation has ${actual} root fields`;
          context.reportError(limitError({ code: "TOO_MANY_ROOT_FIELDS", finding, limit, actual, node }));
        }
      }
      return false;
    },
  });
}
