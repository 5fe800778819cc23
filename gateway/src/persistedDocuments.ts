import type { GraphQLFormattedError } from "graphql";
import { LRUCache } from "lru-cache";

/** Where Apollo Server keeps what clients have registered. */
export interface PersistedDocuments {
  get(hash: string): Promise<string | undefined>;
  set(hash: string, document: string): Promise<void>;
  delete(hash: string): Promise<boolean>;
}

/** Characters of documents that are kept: some ten thousand of the usual size. */
const mostCharacters = 16 * 1024 * 1024;

/**
 * The documents of automatic persisted queries (Apollo's protocol), by hash: those that were used last, for anybody may
 * register any that fits the schema and the limits. A hash that is not kept any more is asked for again.
 */
export function persistedDocuments(maxSize = mostCharacters): PersistedDocuments {
  const documents = new LRUCache<string, string>({ maxSize, sizeCalculation: (document) => document.length });
  return {
    get: (hash) => Promise.resolve(documents.get(hash)),
    set: (hash, document) => Promise.resolve(void documents.set(hash, document)),
    delete: (hash) => Promise.resolve(documents.delete(hash)),
  };
}

/** What Apollo Server says of a request that names a document wrongly; it does not say that this is the client's fault. */
const wronglyNamed: ReadonlySet<string> = new Set([
  "provided sha does not match query",
  "Unsupported persisted query version",
]);

/** Gives such an error its code of the catalogue. */
export function codedPersistedError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  if (!wronglyNamed.has(formatted.message)) return formatted;
  return { ...formatted, extensions: { code: "BAD_REQUEST" } };
}
