import type { ErrorCode } from "@corespond/kit";
import { GraphQLError, type ASTNode } from "graphql";

interface CostFinding {
  readonly code: Extract<ErrorCode, "COST_ESTIMATED_TOO_EXPENSIVE" | "COST_QUERY_PARSE_FAILURE">;
  /** The sentence without its full stop. */
  readonly finding: string;
  readonly node: ASTNode;
  readonly actual: number;
  readonly limit: number;
}

/** An operation whose cost is too high, or cannot be told: says what was too much, how much it was, and how much it may be. */
export function costError({ code, finding, node, actual, limit }: CostFinding): GraphQLError {
  return new GraphQLError(`${finding}.`, { nodes: node, extensions: { code, limit, actual, http: { status: 400 } } });
}
