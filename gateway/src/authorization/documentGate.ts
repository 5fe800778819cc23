import {
  buildASTSchema,
  getNamedType,
  Kind,
  OperationTypeNode,
  parse,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";

import type { Caller } from "../identity/caller";
import { OperationFilter, type FilteredSelection, type Refusal } from "./filteredOperation";
import { refusalOf } from "./refusalOf";
import { schemaGates } from "./schemaGates";

/** What the gates make of one operation for one caller. */
export interface GatedOperation {
  /** What may be executed; null where nothing may. */
  readonly document: DocumentNode | null;
  readonly refusals: readonly Refusal[];
  readonly nulls: readonly (readonly string[])[];
}

/** Judges an operation of a document. */
export type DocumentGate = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  caller: Caller,
) => GatedOperation;

/**
 * Makes the gate over a supergraph. A step-up leaves nothing, for the client shall sign in anew and ask all of it again; a
 * mutation is done whole or not at all.
 */
export function documentGate(supergraphSdl: string): DocumentGate {
  const supergraph = parse(supergraphSdl, { noLocation: true });
  const gates = schemaGates(supergraph);
  const schema = buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
  return (document, operation, caller) => {
    const definitions = fragmentsOf(document);
    const filter = new OperationFilter(schema, definitions, (type, field) => {
      const returned = getNamedType(type.getFields()[field]?.type);
      for (const coordinate of [type.name, `${type.name}.${field}`, returned?.name ?? ""]) {
        const gate = gates.get(coordinate);
        const refusal = gate ? refusalOf(gate, caller) : null;
        if (refusal !== null) return refusal;
      }
      return null;
    });
    const root = rootOf(schema, operation);
    const filtered = root && filter.filter(operation.selectionSet, root);
    if (!filtered || filtered.refusals.length === 0) return { document, refusals: [], nulls: [] };
    const { refusals, nulls } = filtered;
    if (nothingIsLeft(operation, filtered)) return { document: null, refusals, nulls };
    return { document: rebuilt(document, operation, { filter, filtered }), refusals, nulls };
  };
}

function nothingIsLeft({ operation }: OperationDefinitionNode, filtered: FilteredSelection): boolean {
  const { lost, selections, refusals, nulls } = filtered;
  if (lost || selections.length === 0 || refusals.some(({ code }) => code === "STEP_UP_REQUIRED")) return true;
  return operation === OperationTypeNode.MUTATION && nulls.some(({ length }) => length === 1);
}

const rootOf = (schema: GraphQLSchema, { operation }: OperationDefinitionNode) =>
  schema.getRootType(operation) ?? undefined;

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

interface Kept {
  readonly filter: OperationFilter;
  readonly filtered: FilteredSelection;
}

function rebuilt(document: DocumentNode, operation: OperationDefinitionNode, { filter, filtered }: Kept): DocumentNode {
  const left = (selections: FilteredSelection["selections"]) => ({ kind: Kind.SELECTION_SET, selections }) as const;
  return {
    ...document,
    definitions: document.definitions.flatMap((definition): readonly DefinitionNode[] => {
      if (definition === operation) return [{ ...operation, selectionSet: left(filtered.selections) }];
      if (definition.kind !== Kind.FRAGMENT_DEFINITION) return [];
      const selections = filter.fragments.get(definition.name.value)?.selections ?? [];
      return selections.length === 0 ? [] : [{ ...definition, selectionSet: left(selections) }];
    }),
  };
}
