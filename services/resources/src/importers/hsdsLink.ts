import type { LinkedTable } from "./directoryIds";
import type { RowReading } from "./rowReading";

/** A pointer of a row to another. */
export interface HsdsLink {
  readonly column: string;
  readonly field: string;
  readonly table: LinkedTable;
  /** `always`: the row makes no sense without it. `oneOf`: at least one of these must lead somewhere. `optional`: neither. */
  readonly need: "always" | "oneOf" | "optional";
  /** Our column for further ids, where a directory lists several in the field. */
  readonly furtherColumn?: string;
}

/** A pointer that the row cannot do without. */
export const always = (field: string, table: LinkedTable): HsdsLink => ({
  column: field,
  field,
  table,
  need: "always",
});

/** Pointers of which the row needs at least one. */
export const oneOfThese = (links: Readonly<Record<string, LinkedTable>>): readonly HsdsLink[] =>
  Object.entries(links).map(([field, table]) => ({ column: field, field, table, need: "oneOf" }));

/** A pointer that the row can do without. */
export const optional = (field: string, table: LinkedTable): HsdsLink => ({
  column: field,
  field,
  table,
  need: "optional",
});

/**
 * Follows a row's pointers. One that leads nowhere costs the row where the row needs it, and else is reported and left
 * out. Nothing is guessed: several ids in a field that the row needs are none; elsewhere the first that exists is taken,
 * and the report says so.
 */
export function followLinks(links: readonly HsdsLink[], reading: RowReading): Readonly<Record<string, unknown>> {
  const followed = links.map((link) => follow(link, reading));
  const oneOf = followed.filter(({ link }) => link.need === "oneOf");
  const kept = oneOf.length === 0 || oneOf.some(({ id }) => id !== null);
  for (const { link, problem } of followed) {
    if (problem === null) continue;
    const { code, reason } = problem;
    if (link.need === "always" || (link.need === "oneOf" && !kept)) reading.reject(link.field, code, reason);
    else reading.warn(link.field, code, `${reason}; the row is kept without it`);
  }
  if (!kept && oneOf.every(({ problem }) => problem === null)) {
    const fields = oneOf.map(({ link }) => link.field).join(", ");
    reading.reject(links[0]?.field ?? "id", "MISSING_VALUE", `belongs to nothing: none of ${fields} has a value`);
  }
  const columns = followed.map(({ link, id, further }) => ({
    [link.column]: id,
    ...(link.furtherColumn !== undefined && { [link.furtherColumn]: further }),
  }));
  return Object.assign({}, ...columns) as Readonly<Record<string, unknown>>;
}

interface FollowedLink {
  readonly link: HsdsLink;
  readonly id: string | null;
  readonly further: readonly string[];
  readonly problem: { readonly code: string; readonly reason: string } | null;
}

function follow(link: HsdsLink, reading: RowReading): FollowedLink {
  const { field, table, need, furtherColumn } = link;
  const nowhere = { link, id: null, further: [] };
  const value = reading.text(field);
  if (value === null) {
    return {
      ...nowhere,
      problem: need === "always" ? { code: "MISSING_VALUE", reason: "has no value, and must have one" } : null,
    };
  }
  const named = need === "always" ? [value] : value.split(",").map((part) => part.trim());
  const [id, ...further] = named.flatMap((part) => reading.directory.ids.find(table, part) ?? []);
  if (id === undefined)
    return { ...nowhere, problem: { code: "MISSING_PARENT", reason: `names no existing ${table}` } };
  if (named.length > 1) {
    const taken = furtherColumn === undefined ? "the first that exists is taken" : "all that exist are taken";
    reading.warn(field, "SEVERAL_VALUES", `holds several ids where one belongs; ${taken}`);
  }
  return { link, id, further, problem: null };
}
