import type { CsvRow } from "@corespond/kit";

import type { RowNotes } from "../rowNotes";

/** As many incidents as one may replace, and as long as a number may be. */
const limits = { numbers: 100, characters: 50 } as const;

/**
 * The incidents that one has replaced (EIDO's REPLACING), as PostgreSQL writes an array: each once, sorted, so that the same
 * in another order is the same. The cell separates them by `;`, `|` or spaces. What cannot be is left out, with a warning.
 */
export function replacedNumbers(
  { field, record, own }: { readonly field: string; readonly record: CsvRow<string>["record"]; readonly own: string },
  notes: RowNotes,
): string | null {
  const value = record[field] ?? "";
  const named = [...new Set(value.split(/[;|\s\p{Cc}]+/u))].filter((number) => number !== "" && number !== own).sort();
  const fitting = named.filter((number) => [...number].length <= limits.characters);
  if (fitting.length < named.length) {
    const reason = `names an incident by more than ${limits.characters} characters, which is left out`;
    notes.warn({ field, value, code: "INVALID_NUMBER", reason });
  }
  if (fitting.length > limits.numbers) {
    const reason = `names more than ${limits.numbers} incidents; the others are left out`;
    notes.warn({ field, value, code: "TOO_LONG", reason });
  }
  const kept = fitting.slice(0, limits.numbers);
  return kept.length === 0 ? null : `{${kept.map(arrayElement).join(",")}}`;
}

/** A text as it stands in an array, with all that has a meaning there made plain. */
const arrayElement = (text: string): string => `"${text.replace(/["\\]/g, "\\$&")}"`;
