import { graphError } from "../errors/graphError";

/** PostgreSQL's codes for a character that it does not store: `character_not_in_repertoire`, `untranslatable_character`. */
const codes: ReadonlySet<unknown> = new Set(["22021", "22P05"]);

/** A statement's failure as its caller should see it: a NUL in a text is the client's fault and no fault of ours. */
export function refusedText(error: unknown): unknown {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  if (!codes.has(code)) return error;
  return graphError("BAD_USER_INPUT", "A text of the request holds the character U+0000, which no text here may hold.");
}
