import { visit, type DocumentNode, type ValidationRule } from "graphql";
import { limitError } from "./limitError";

/** Refuses documents with more than `limit` directives, wherever they stand: each costs before anything runs. */
export function maxDirectivesRule(limit: number): ValidationRule {
  return (context) => ({
    Document(document) {
      const actual = countDirectives(document);
      if (actual > limit) {
        const finding = `The document has ${actual} directives`;
        context.reportError(limitError({ code: "TOO_MANY_DIRECTIVES", finding, limit, actual, node: document }));
      }
      return false;
    },
  });
}

function countDirectives(document: DocumentNode): number {
  let count = 0;
  visit(document, {
    Directive() {
      count += 1;
      return false;
    },
  });
  return count;
}
