import type { CsvRow } from "@corespond/kit";

import type { CallMap } from "./callMap";
import type { RowNotes } from "../rowNotes";

type Values = CsvRow<string>["record"];

/** A text as it stands in a row, and how long it may be, in characters. */
interface TextField {
  readonly field: string;
  readonly value: string | null;
  readonly limit: number;
}

// As in an input of the graph, whose texts hold no control characters.
const control = /\p{Cc}/u;

/** A text, trimmed and without control characters; a longer one is cut, with a warning. */
export function textOf({ field, value, limit }: TextField, notes: RowNotes): string | null {
  if (value === null) return null;
  const plain = (control.test(value) ? value.replace(/\p{Cc}+/gu, " ") : value).trim();
  if (plain === "") return null;
  if (plain.length <= limit || [...plain].length <= limit) return plain;
  notes.warn({ field, value, code: "TOO_LONG", reason: `is longer than ${limit} characters and is kept cut` });
  return [...plain].slice(0, limit).join("");
}

/** A priority from 0 to 9; anything else is left out, with a warning. */
export function numberOf(field: string, record: Values, notes: RowNotes): string | null {
  const value = record[field]?.trim() ?? "";
  if (value === "" || /^\d$/.test(value)) return value === "" ? null : value;
  const reason = "is no priority from 0 to 9; the call is kept without it";
  notes.warn({ field, value, code: "INVALID_PRIORITY", reason });
  return null;
}

/** The address: from its own columns, or from one in which the city follows the last comma. */
export function placeOf(
  { street, city, location }: CallMap,
  text: (column: string | undefined, limit: number) => string | null,
): { readonly street: string | null; readonly city: string | null } {
  if (location === undefined) return { street: text(street, 200), city: text(city, 100) };
  const whole = text(location, 200);
  const comma = whole?.lastIndexOf(",") ?? -1;
  if (whole === null || comma < 1) return { street: whole, city: null };
  const after = whole.slice(comma + 1, comma + 101).trim();
  return { street: whole.slice(0, comma).trim() || null, city: after || null };
}

/** Where the call is about, in degrees (WGS84); one that is no place is left out, with a warning. */
export function degreesOf(
  { latitude, longitude }: CallMap,
  record: Values,
  notes: RowNotes,
): { readonly latitude: string | null; readonly longitude: string | null } {
  const none = { latitude: null, longitude: null };
  if (latitude === undefined || longitude === undefined) return none;
  const written = [record[latitude]?.trim() || null, record[longitude]?.trim() || null] as const;
  if (written[0] === null && written[1] === null) return none;
  const wrong = outside(written[0], 90) ? latitude : outside(written[1], 180) ? longitude : undefined;
  if (wrong === undefined) return { latitude: written[0], longitude: written[1] };
  const reason = "is not a number of degrees; the call is kept without its point";
  notes.warn({ field: wrong, value: record[wrong] ?? null, code: "INVALID_COORDINATE", reason });
  return none;
}

function outside(written: string | null, bound: number): boolean {
  return written === null || !/^-?\d+(\.\d+)?$/.test(written) || Math.abs(Number(written)) > bound;
}
