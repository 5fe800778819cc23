import {
  getNamedType,
  isCompositeType,
  isUnionType,
  Kind,
  type GraphQLCompositeType,
  type SelectionSetNode,
} from "graphql";

import type { DeferredBlock } from "../compile/fetchGraph";
import { conditionOf } from "../compile/typeCondition";
import type { ShapedOperation } from "../operation/shapedOperation";
import { SelectionShape } from "../write/selectionShape";

/** How a deferred part is written, from its place in the answer on. */
export interface DeferredPart {
  readonly label: string | undefined;
  /** The place: response names and conditions on types. */
  readonly queryPath: readonly string[];
  readonly shape: SelectionShape;
}

/** Finds the fragment that a block of the plan delivers; null where the plan names none of the document. */
export function deferredPart(shaped: ShapedOperation, block: DeferredBlock): DeferredPart | null {
  const fragment = shaped.planned.deferred.get(block.label ?? "");
  if (!fragment) return null;
  const condition = fragment.node.typeCondition?.name.value;
  const queryPath = condition === undefined ? block.queryPath : [...block.queryPath, `... on ${condition}`];
  const type = typeAt(shaped, queryPath);
  if (!type) return null;
  const shape = new SelectionShape(shaped.shapeSource(new Set()), [fragment.node.selectionSet], {
    type,
    position: "",
  });
  return { label: fragment.label, queryPath, shape };
}

interface Candidate {
  readonly selectionSet: SelectionSetNode;
  readonly type: GraphQLCompositeType;
}

/** The type of the object at a place of the answer. */
function typeAt(shaped: ShapedOperation, queryPath: readonly string[]): GraphQLCompositeType | null {
  let candidates: readonly Candidate[] = [{ selectionSet: shaped.planned.operation.selectionSet, type: shaped.root }];
  for (const element of queryPath) {
    const condition = conditionOf(element);
    const type = condition === null ? undefined : shaped.schema.getType(condition);
    candidates = isCompositeType(type)
      ? candidates.map(({ selectionSet }) => ({ selectionSet, type }))
      : candidates.flatMap((each) => below(shaped, each, element));
  }
  return candidates[0]?.type ?? null;
}

function below(shaped: ShapedOperation, { selectionSet, type }: Candidate, key: string): readonly Candidate[] {
  return selectionSet.selections.flatMap((selection): readonly Candidate[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = shaped.schema.getType(selection.typeCondition?.name.value ?? type.name);
      return isCompositeType(condition)
        ? below(shaped, { selectionSet: selection.selectionSet, type: condition }, key)
        : [];
    }
    if ((selection.alias ?? selection.name).value !== key || !selection.selectionSet || isUnionType(type)) return [];
    const named = getNamedType(type.getFields()[selection.name.value]?.type);
    return isCompositeType(named) ? [{ selectionSet: selection.selectionSet, type: named }] : [];
  });
}
