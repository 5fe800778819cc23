import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, validate, type DocumentNode, type ParseOptions, type ValidationRule } from "graphql";
import type { CostModel } from "../demand/costModel";
import { checkListSize } from "./checkListSize";
import { checkVariables } from "./checkVariables";
import { maxAliasesRule } from "./maxAliasesRule";
import { maxDepthRule } from "./maxDepthRule";
import { maxDirectivesRule } from "./maxDirectivesRule";
import { maxRootFieldsRule } from "./maxRootFieldsRule";

/** How much one document may ask for. */
export interface DocumentLimits {
  /** Lexical tokens, counted while parsing, so that nothing larger is ever in memory. */
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** Nodes that an answer may hold. */
  readonly nodes: number;
  /** Whether variables hold what a slice of ours can keep, or anything: a slice of others' may take what ours does not. */
  readonly variables: "ours" | "any";
}

/** Limits that the longest query of a caseload's story stays well below. */
export const defaultLimits: DocumentLimits = {
  tokens: 4_000,
  depth: 20,
  aliases: 50,
  rootFields: 20,
  directives: 50,
  nodes: 10_000,
  variables: "ours",
};

/** The `parseOptions` of an Apollo Server that keeps the limit on tokens. */
export function parserLimits({ tokens }: DocumentLimits): ParseOptions {
  return { maxTokens: tokens };
}

/** The limits that depend on the document alone, as validation rules. */
function documentLimitRules(limits: DocumentLimits): readonly ValidationRule[] {
  return [
    maxDepthRule(limits.depth),
    maxAliasesRule(limits.aliases),
    maxRootFieldsRule(limits.rootFields),
    maxDirectivesRule(limits.directives),
  ];
}

/**
 * Keeps every limit but that on tokens. The rules run here and not among Apollo Server's `validationRules`, because
 * there every error's code becomes GRAPHQL_VALIDATION_FAILED.
 */
export function documentLimits(limits: DocumentLimits, model?: CostModel): ApolloServerPlugin {
  const rules = documentLimitRules(limits);
  // Apollo Server's document store gives a repeated query the same document again.
  const withinRules = new WeakSet<DocumentNode>();
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ schema, document, request: { operationName, variables } }) {
          const ruleErrors = withinRules.has(document) ? [] : validate(schema, document, rules);
          refuse(ruleErrors);
          withinRules.add(document);
          if (limits.variables === "ours") refuse(checkVariables(variables));
          if (limits.nodes < Infinity)
            refuse(
              checkListSize({
                ...{ schema, document, operationName, variables, limit: limits.nodes },
                ...(model && { model }),
              }),
            );
          return Promise.resolve();
        },
      }),
  };
}

function refuse([error]: readonly GraphQLError[]): void {
  if (error !== undefined) {
    const { message, nodes, extensions } = error;
    throw new GraphQLError(message, { nodes: nodes ?? null, extensions: { ...extensions, http: { status: 400 } } });
  }
}
