import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { lexicographicSortSchema, parse, print, specifiedDirectives, visit, type GraphQLSchema } from "graphql";
import { buildSchema, createResolversMap, type ClassType, type NonEmptyArray } from "type-graphql";

import type { RequestContext } from "../context/requestContext";
import { gatedSdl } from "./gatedSdl";
// What fields name by a function has to be declared before the schema is made, and the kit's entry reads files late.
import "./pageInfo";
import "./redaction";
import { DateTimeScalar } from "./scalars";
import "./userError";

/** Resolves a reference that another slice holds; null where there is no such record or the viewer may not know of it. */
export type ReferenceResolver = (
  reference: Readonly<Record<string, string>>,
  context: RequestContext,
) => Promise<object | null>;

/** What a slice puts into the graph. */
export interface SubgraphParts {
  readonly resolvers: NonEmptyArray<ClassType>;
  /** Types that no query of this slice reaches, such as other slices' entities that it contributes to. */
  readonly orphanedTypes: readonly ClassType[];
  /** `__resolveReference` of each entity that the slice owns. */
  readonly references: Readonly<Record<string, ReferenceResolver>>;
}

/** A slice's executable schema, and its SDL as composition reads it. */
export interface Subgraph {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
}

const federationLink = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@inaccessible", "@external", "@requires", "@provides", "@tag", "@override", "@interfaceObject", "@extends", "@authenticated", "@requiresScopes", "@policy"]
)`;

/**
 * Builds a Federation 2 subgraph from type-graphql classes: schema → SDL with its directives → subgraph schema. (The
 * shorter way, `buildTypeDefsAndResolvers`, drops `@key`.)
 */
export async function buildSubgraph(parts: SubgraphParts): Promise<Subgraph> {
  const classes = await buildSchema({
    resolvers: parts.resolvers,
    orphanedTypes: [...parts.orphanedTypes],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    directives: [...specifiedDirectives],
    validate: false,
    skipCheck: true,
  });
  const sdl = subgraphSdl(classes);
  const resolvers = createResolversMap(classes) as Record<string, Record<string, unknown>>;
  for (const [type, resolve] of Object.entries(parts.references)) {
    resolvers[type] = { ...resolvers[type], __resolveReference: thawed(resolve) };
  }
  return { schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]), sdl };
}

/** Views are frozen, and @apollo/subgraph writes `__typename` on what a reference resolves to: it gets a copy of its own. */
function thawed(resolve: ReferenceResolver): ReferenceResolver {
  return async (reference, context) => {
    const view = await resolve(reference, context);
    return view && Object.assign(Object.create(Object.getPrototypeOf(view) as object) as object, view);
  };
}

/** The SDL, sorted by name and without the `schema` block, which composition would take for root types of another name. */
function subgraphSdl(classes: GraphQLSchema): string {
  const printed = parse(printSchemaWithDirectives(lexicographicSortSchema(classes)));
  const types = visit(printed, { SchemaDefinition: () => null });
  return `${federationLink}\n\n${print(gatedSdl(types))}\n`;
}
