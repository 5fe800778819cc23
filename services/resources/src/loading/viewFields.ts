import type { ClassType } from "type-graphql";

/** Makes a frozen view of a class from the named fields of a row; what is not named stays behind. */
export function viewFields<V extends object, K extends keyof V>(
  type: ClassType<V>,
  row: Readonly<Pick<V, K>>,
  fields: readonly K[],
): Readonly<V> {
  const shown = fields.map((field) => [field, row[field]] as const);
  return Object.freeze(Object.assign(new type(), Object.fromEntries(shown)));
}
