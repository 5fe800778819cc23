import type { PlainObject } from "./plainObject";
import type { TypeLattice } from "./typeLattice";

/** The type of a path's condition `... on T`; null where the element is a name. */
export function conditionOf(element: string | undefined): string | null {
  return element?.startsWith("... on ") ? element.slice("... on ".length) : null;
}

/** Whether an object meets a condition; one that does not say its type does. */
export function meets({ __typename: name }: PlainObject, condition: string, types: TypeLattice): boolean {
  return typeof name !== "string" || types.is(name, condition);
}
