import {
  getNamedType,
  isCompositeType,
  isUnionType,
  Kind,
  parse,
  type GraphQLCompositeType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

import type { DeferredBlock } from "../compile/fetchGraph";
import { conditionOf } from "../compile/representation";
import type { PreparedOperation } from "../operation/preparedOperation";
import { SelectionShape } from "../write/selectionShape";

/** How a deferred part is written: the planner says what it holds, from its place in the answer on. */
export function deferredShape(
  prepared: PreparedOperation,
  { queryPath, subselection }: DeferredBlock,
): SelectionShape | null {
  const type = typeAt(prepared, queryPath);
  if (subselection === null || !type) return null;
  const [operation] = parse(subselection, { noLocation: true }).definitions as readonly OperationDefinitionNode[];
  if (!operation) return null;
  return new SelectionShape(
    prepared.shapeSource(new Set(), () => true),
    [operation.selectionSet],
    { type, position: "" },
  );
}

interface Candidate {
  readonly selectionSet: SelectionSetNode;
  readonly type: GraphQLCompositeType;
}

/** The type of the object at a place of the answer. */
function typeAt(prepared: PreparedOperation, queryPath: readonly string[]): GraphQLCompositeType | null {
  let candidates: readonly Candidate[] = [
    { selectionSet: prepared.source.planned.operation.selectionSet, type: prepared.root },
  ];
  for (const element of queryPath) {
    const condition = conditionOf(element);
    const type = condition === null ? undefined : prepared.source.schema.getType(condition);
    candidates = isCompositeType(type)
      ? candidates.map(({ selectionSet }) => ({ selectionSet, type }))
      : candidates.flatMap((each) => below(prepared, each, element));
  }
  return candidates[0]?.type ?? null;
}

function below(prepared: PreparedOperation, { selectionSet, type }: Candidate, key: string): readonly Candidate[] {
  return selectionSet.selections.flatMap((selection): readonly Candidate[] => {
    if (selection.kind !== Kind.FIELD) {
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : prepared.fragments.get(selection.name.value);
      const condition = prepared.source.schema.getType(fragment?.typeCondition?.name.value ?? type.name);
      return fragment && isCompositeType(condition)
        ? below(prepared, { selectionSet: fragment.selectionSet, type: condition }, key)
        : [];
    }
    if ((selection.alias ?? selection.name).value !== key || !selection.selectionSet || isUnionType(type)) return [];
    const named = getNamedType(type.getFields()[selection.name.value]?.type);
    return isCompositeType(named) ? [{ selectionSet: selection.selectionSet, type: named }] : [];
  });
}
