import { Kind, parse, type ConstArgumentNode, type ConstDirectiveNode } from "graphql";

/** A slice as its supergraph knows it. */
export interface SupergraphSlice {
  readonly name: string;
  /** Where composition was told that it is; empty where it was told nothing. */
  readonly url: string;
}

/** The slices of a supergraph: `join__Graph`'s values carry `@join__graph(name:, url:)`. Throws where it is not GraphQL. */
export function supergraphSlices(supergraphSdl: string): readonly SupergraphSlice[] {
  return parse(supergraphSdl, { noLocation: true }).definitions.flatMap((definition) =>
    definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === "join__Graph"
      ? (definition.values ?? []).flatMap(({ directives }) => (directives ?? []).flatMap(sliceOf))
      : [],
  );
}

function sliceOf({ name, arguments: given = [] }: ConstDirectiveNode): readonly SupergraphSlice[] {
  return name.value === "join__graph" ? [{ name: text(given, "name"), url: text(given, "url") }] : [];
}

function text(given: readonly ConstArgumentNode[], argument: string): string {
  const value = given.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : "";
}
