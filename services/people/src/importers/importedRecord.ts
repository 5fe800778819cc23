import { createHash } from "node:crypto";

/** A person as a records system knows them. `birthDate` is `YYYY-MM-DD`; `key` the system's own key, where it has one. */
export interface ImportedRecord {
  readonly key: string | null;
  readonly given: string | null;
  readonly middle: string | null;
  readonly family: string | null;
  readonly birthDate: string | null;
}

/**
 * By what a record of a source is known again: the system's key, else a hash of the normalised name and the birth date.
 * Two persons of one name are then one record only if they were born on the same day, or nothing is known of that.
 */
export function externalKeyOf(source: string, { key, given, middle, family, birthDate }: ImportedRecord): string {
  if (key !== null) return `${source}:key:${key}`;
  const normalised = [family, given, middle, birthDate].map((part) =>
    (part ?? "").normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim(),
  );
  return `${source}:hash:${createHash("sha256").update(JSON.stringify(normalised)).digest("hex")}`;
}
