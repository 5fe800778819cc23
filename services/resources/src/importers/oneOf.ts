import type { HsdsColumn } from "./hsdsColumn";
import type { ImportedDirectory } from "./importedDirectory";

/** A word of a vocabulary. */
export interface Vocabulary<V extends string> {
  readonly fields: readonly [string, ...string[]];
  /** By the file's word in lower case with `_` for spaces and hyphens. */
  readonly words: Readonly<Record<string, V>>;
  /** What an absent word means; null where the row is then rejected. */
  readonly ifAbsent: ((directory: ImportedDirectory) => V) | null;
}

/** A column that holds a word of a vocabulary; a word that is none of it costs the row. */
export function oneOf<V extends string>({ fields, words, ifAbsent }: Vocabulary<V>): HsdsColumn {
  return {
    fields,
    read: ({ field, value, reading }) => {
      if (value === null && ifAbsent !== null) return ifAbsent(reading.directory);
      const word = value === null ? undefined : words[value.toLowerCase().replace(/[\s-]+/g, "_")];
      if (word === undefined) {
        const known = Object.keys(words).join(", ");
        reading.reject(field, value === null ? "MISSING_VALUE" : "INVALID_VALUE", `must be one of ${known}`);
      }
      return word;
    },
  };
}

/** The words of an enum, in lower case. */
export function wordsOf<V extends string>(values: Readonly<Record<string, V>>): Readonly<Record<string, V>> {
  return Object.fromEntries(Object.values(values).map((value) => [value.toLowerCase(), value]));
}
