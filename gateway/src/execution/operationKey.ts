import { createHash } from "node:crypto";

import { print, type DocumentNode } from "graphql";

/** What the engine keeps an operation by: the hash of its document, and its name where the document has several. */
export const operationKey = (queryHash: string, operationName: string | null | undefined): string =>
  `${queryHash} ${operationName ?? ""}`;

const kept = new WeakMap<DocumentNode, string>();

/**
 * The hash of a document that is no client's text, such as what the gates left of one. It is of the whole document, so that
 * no plan can be taken for another's: what gates leave changes with the caller, and with the schema.
 */
export function documentHash(document: DocumentNode): string {
  const known = kept.get(document);
  if (known !== undefined) return known;
  const hash = createHash("sha256").update(print(document)).digest("hex");
  kept.set(document, hash);
  return hash;
}
