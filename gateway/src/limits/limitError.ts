import { GraphQLError, type ASTNode } from "graphql";

/** The codes of documents that are refused for their size. */
type LimitCode =
  "QUERY_TOO_DEEP" | "QUERY_TOO_LARGE" | "TOO_MANY_ALIASES" | "TOO_MANY_DIRECTIVES" | "TOO_MANY_ROOT_FIELDS";

interface Excess {
  readonly code: LimitCode;
  /** The sentence before the limit, such as "The query nests 30 levels deep". */
  readonly finding: string;
  readonly limit: number;
  readonly actual: number;
  readonly node: ASTNode;
}

/** Says what was too much, how much it was, and how much it may be. */
export function limitError({ code, finding, limit, actual, node }: Excess): GraphQLError {
  return new GraphQLError(`${finding}; the limit is ${limit}.`, {
    nodes: node,
    extensions: { code, limit, actual },
  });
}
