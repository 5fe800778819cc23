import type { ValidationRule } from "graphql";
import { cappedCount } from "./cappedCount";
import { documentFold, operationsOf, type Fold } from "./documentFold";
import { limitError } from "./limitError";

const aliases: Fold<number> = {
  nothing: 0,
  field: (node, below) => cappedCount.add(node.alias === undefined ? 0 : 1, below),
  join: cappedCount.add,
};

/** Refuses operations with more than `limit` aliases, by which one field can be made to run any number of times. */
export function maxAliasesRule(limit: number): ValidationRule {
  return (context) => ({
    Document(document) {
      const aliasesOf = documentFold(document, aliases);
      for (const node of operationsOf(document)) {
        const actual = aliasesOf(node);
        if (actual > limit) {
          const finding = `The query has ${actual} aliases`;
          context.reportError(limitError({ code: "TOO_MANY_ALIASES", finding, limit, actual, node }));
        }
      }
      return false;
    },
  });
}
