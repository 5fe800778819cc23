import { Kind, type ConstDirectiveNode, type ConstValueNode, type DocumentNode } from "graphql";

/** What a type or field asks of the caller, beside what other gates on the way ask. */
export interface Gate {
  /** A signed-in caller (each gate asks that). Any one list of scopes, whole; empty where no scope is asked. */
  readonly scopes: readonly (readonly string[])[];
  /** Any one list of policies, whole; empty where no policy is asked. */
  readonly policies: readonly (readonly string[])[];
}

/** The gates of a supergraph by coordinate: `Person`, `Query.referrals`. */
export type SchemaGates = ReadonlyMap<string, Gate>;

const directives = new Set(["authenticated", "requiresScopes", "policy"]);

/** Reads the gates from the supergraph: composition has joined there what several slices ask of one coordinate. */
export function schemaGates(supergraph: DocumentNode): SchemaGates {
  const gates = new Map<string, Gate>();
  for (const definition of supergraph.definitions) {
    if (!("name" in definition) || definition.name === undefined || definition.kind === Kind.DIRECTIVE_DEFINITION)
      continue;
    const type = definition.name.value;
    set(gates, type, definition.directives);
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) set(gates, `${type}.${field.name.value}`, field.directives);
  }
  return gates;
}

function set(gates: Map<string, Gate>, coordinate: string, given: readonly unknown[] = []): void {
  const asking = (given as readonly ConstDirectiveNode[]).filter(({ name }) => directives.has(name.value));
  if (asking.length === 0) return;
  gates.set(coordinate, { scopes: alternatives(asking, "scopes"), policies: alternatives(asking, "policies") });
}

function alternatives(asking: readonly ConstDirectiveNode[], argument: string): readonly (readonly string[])[] {
  return asking
    .flatMap((directive) => directive.arguments ?? [])
    .filter(({ name }) => name.value === argument)
    .flatMap(({ value }) => items(value).map((list) => items(list).flatMap(text)));
}

const items = (value: ConstValueNode): readonly ConstValueNode[] => (value.kind === Kind.LIST ? value.values : [value]);

const text = (value: ConstValueNode): readonly string[] => (value.kind === Kind.STRING ? [value.value] : []);
