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
  /** The items' shape, where the value is a list. */
  readonly items: ValueShape | null;
  /** Where written lists are remembered, since one may stand at several places; -1 where each stands once. */
  readonly repeat: number;
  readonly leaf: WriteLeaf | null;
  readonly object: SelectionShape | null;
}

/** Makes the shape of a field's type; `below` gives the shape of what is selected of an object. */
export function valueShape(type: GraphQLOutputType, below: (type: GraphQLCompositeType) => SelectionShape): ValueShape {
  if (isNonNullType(type)) return { ...valueShape(type.ofType, below), nullable: false };
  if (isListType(type))
    return { nullable: true, items: valueShape(type.ofType, below), repeat: -1, leaf: null, object: null };
  const named = getNamedType(type);
  if (isLeafType(named)) return { nullable: true, items: null, repeat: -1, leaf: leafWriter(named), object: null };
  return { nullable: true, items: null, repeat: -1, leaf: null, object: below(named) };
}
