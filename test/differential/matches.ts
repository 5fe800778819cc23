import { Kind, type SelectionSetNode } from "graphql";

import type { Row } from "./fixture";
import { read } from "./held";

/** Whether a reference tells all of a key. */
export function tells(given: unknown, { selections }: SelectionSetNode): boolean {
  if (given === null || typeof given !== "object") return false;
  if (Array.isArray(given))
    return given.every((item) => item === null || tells(item, { kind: Kind.SELECTION_SET, selections }));
  return selections.every((selection) => {
    if (selection.kind !== Kind.FIELD) return true;
    const value = (given as Row)[selection.name.value];
    return value !== undefined && (!selection.selectionSet || value === null || tells(value, selection.selectionSet));
  });
}

/** Whether a row is what a reference's key tells. */
export function matches(given: unknown, row: unknown, { selections }: SelectionSetNode): boolean {
  if (Array.isArray(given))
    return (
      Array.isArray(row) &&
      row.length === given.length &&
      given.every((item, index) => matches(item, row[index], { kind: Kind.SELECTION_SET, selections }))
    );
  if (given === null || row === null || row === undefined) return given === row;
  return selections.every((selection) => {
    if (selection.kind !== Kind.FIELD) return true;
    const { name, selectionSet } = selection;
    const asked = (given as Row)[name.value];
    const there = read(row as Row, name.value, {});
    return selectionSet ? matches(asked, there, selectionSet) : JSON.stringify(asked) === JSON.stringify(there ?? null);
  });
}
