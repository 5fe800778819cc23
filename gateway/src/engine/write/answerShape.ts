import {
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLCompositeType,
  type GraphQLOutputType,
} from "graphql";

import { leafWriter, type WriteLeaf } from "./leaf";
import type { SelectionShape } from "./selectionShape";

/** How the values of one field are written. */
export interface ValueShape {
  readonly nullable: boolean;
  readonly list: ListShape | null;
  readonly leaf: WriteLeaf | null;
  readonly object: SelectionShape | null;
}

/** How a list is written. */
export interface ListShape {
  readonly items: ValueShape;
  /** What it is a field of; null where it is an item of another list. Where that may stand at several places, it may. */
  readonly holder: SelectionShape | null;
  /** Where it is remembered once it is written. */
  readonly repeat: number;
}

/** Makes the shape of a field's type; `below` gives the shape of what is selected of an object. */
export function valueShape(type: GraphQLOutputType, below: (type: GraphQLCompositeType) => SelectionShape): ValueShape {
  if (isNonNullType(type)) return { ...valueShape(type.ofType, below), nullable: false };
  if (isListType(type))
    return {
      ...{ nullable: true, leaf: null, object: null },
      list: { items: valueShape(type.ofType, below), holder: null, repeat: -1 },
    };
  const named = getNamedType(type);
  if (isLeafType(named)) return { nullable: true, list: null, leaf: leafWriter(named), object: null };
  return { nullable: true, list: null, leaf: null, object: below(named) };
}
