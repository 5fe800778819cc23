import { Kind, type DocumentNode } from "graphql";

import { SliceTypes } from "./sliceTypes";

/** Which types of a supergraph are also which others, with those that clients do not see. */
export class TypeLattice {
  /** Which slice knows which type. */
  readonly slices: SliceTypes;
  private readonly names = new Set<string>();
  private readonly above = new Map<string, Set<string>>();

  constructor(supergraph: DocumentNode) {
    this.slices = new SliceTypes(supergraph);
    for (const definition of supergraph.definitions) {
      if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
        this.names.add(definition.name.value);
        for (const each of definition.interfaces ?? []) this.add(definition.name.value, each.name.value);
      }
      if (definition.kind === Kind.UNION_TYPE_DEFINITION)
        for (const member of definition.types ?? []) this.add(member.name.value, definition.name.value);
    }
  }

  /** Whether objects may be of a type: a slice may say any name, and what is kept by name is kept of these only. */
  has(name: string): boolean {
    return this.names.has(name);
  }

  /** Whether what a slice calls `name` is a `condition`. */
  is(name: string, condition: string): boolean {
    return name === condition || this.above.get(name)?.has(condition) === true;
  }

  private add(name: string, above: string): void {
    const known = this.above.get(name);
    if (known) known.add(above);
    else this.above.set(name, new Set([above]));
  }
}
