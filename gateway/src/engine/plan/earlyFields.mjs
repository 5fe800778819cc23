import { Kind, parse, print, stripIgnoredCharacters } from "graphql";

import { responseNameOf, typename } from "./inlined.mjs";

/**
 * A root fetch without the fields that it asks for together with what they require, and without those; and which they are,
 * each with its type and the way to it. `circles` are the fields of the fetch's slice that could be: by type, with what they
 * require.
 */
export function withoutEarlyFields(fetch, circles, { fields, roots }) {
  const found = [];
  const without = ({ selections, ...rest }, type, path) => {
    const names = new Set(
      selections.flatMap((each) => (each.kind === Kind.FIELD && !each.alias ? [each.name.value] : [])),
    );
    const early = [...(circles.get(type) ?? [])].filter(
      ([field, required]) => names.has(field) && required.some((each) => names.has(each)),
    );
    for (const [field] of early) found.push({ path, type, field });
    const left = new Set(early.flat(2));
    const kept = selections.flatMap((each) => {
      if (each.kind === Kind.INLINE_FRAGMENT)
        return [{ ...each, selectionSet: without(each.selectionSet, each.typeCondition?.name.value ?? type, path) }];
      if (!each.alias && left.has(each.name.value)) return [];
      if (!each.selectionSet) return [each];
      const below = without(each.selectionSet, fields.get(type)?.get(each.name.value), [...path, responseNameOf(each)]);
      return [{ ...each, selectionSet: below }];
    });
    return { ...rest, selections: kept.length > 0 ? kept : [typename] };
  };
  const [operation] = parse(fetch.operation, { noLocation: true }).definitions;
  const selectionSet = without(operation.selectionSet, roots.query, []);
  if (found.length === 0) return { found, fetch };
  return { found, fetch: { ...fetch, operation: stripIgnoredCharacters(print({ ...operation, selectionSet })) } };
}
