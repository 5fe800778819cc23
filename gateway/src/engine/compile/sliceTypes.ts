import { Kind, type ConstDirectiveNode, type DocumentNode } from "graphql";

/** Which types each slice knows, as the supergraph's `@join__type` says. */
export class SliceTypes {
  private readonly bySlice = new Map<string, Set<string>>();

  constructor(supergraph: DocumentNode) {
    const names = sliceNames(supergraph);
    for (const definition of supergraph.definitions) {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
        continue;
      for (const directive of definition.directives ?? []) {
        const slice = names.get(directive.name.value === "join__type" ? (argument(directive, "graph") ?? "") : "");
        if (slice !== undefined) this.typesOf(slice).add(definition.name.value);
      }
    }
  }

  /** Whether a slice knows a type: it refuses a whole list of entities for one whose type it does not. */
  knows(slice: string, type: string): boolean {
    return this.bySlice.get(slice)?.has(type) ?? true;
  }

  private typesOf(slice: string): Set<string> {
    const types = this.bySlice.get(slice) ?? new Set<string>();
    this.bySlice.set(slice, types);
    return types;
  }
}

/** The slices' names by the values of `join__Graph`. */
function sliceNames({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  const graphs = definitions.find(
    (each) => each.kind === Kind.ENUM_TYPE_DEFINITION && each.name.value === "join__Graph",
  );
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return new Map(
    values.flatMap(({ name, directives = [] }) => {
      const graph = directives.find((each) => each.name.value === "join__graph");
      const slice = graph && argument(graph, "name");
      return slice === undefined ? [] : [[name.value, slice] as const];
    }),
  );
}

function argument({ arguments: given = [] }: ConstDirectiveNode, name: string): string | undefined {
  const value = given.find((each) => each.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}
