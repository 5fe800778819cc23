import {
  isSpecifiedDirective,
  Kind,
  visit,
  type ConstArgumentNode,
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLSchema,
} from "graphql";

/** The arguments of directives that have a default, by the directive. */
export type DirectiveDefaults = ReadonlyMap<string, readonly ConstArgumentNode[]>;

/** The defaults of the directives that clients know beside GraphQL's own. */
export function directiveDefaults(schema: GraphQLSchema): DirectiveDefaults {
  const own = schema.getDirectives().filter((each) => !isSpecifiedDirective(each) && each.name !== "defer");
  const found = own.map(({ name, args }) => [name, args.flatMap(defaultOf)] as const);
  return new Map(found.filter(([, given]) => given.length > 0));
}

function defaultOf({ astNode }: GraphQLArgument): readonly ConstArgumentNode[] {
  return astNode?.defaultValue ? [{ kind: Kind.ARGUMENT, name: astNode.name, value: astNode.defaultValue }] : [];
}

/** A document whose directives have every argument: slices may give other defaults than the graph, or none. */
export function withDefaults(document: DocumentNode, defaults: DirectiveDefaults): DocumentNode {
  if (defaults.size === 0) return document;
  return visit<DocumentNode>(document, {
    [Kind.DIRECTIVE]: (node) => {
      const { arguments: given = [] } = node;
      const missing = (defaults.get(node.name.value) ?? []).filter(
        ({ name }) => !given.some((each) => each.name.value === name.value),
      );
      return missing.length === 0 ? undefined : { ...node, arguments: [...given, ...missing] };
    },
  });
}
