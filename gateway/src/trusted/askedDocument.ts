import type { GraphQLRequest } from "@apollo/server";

/**
 * The id by which a request asks for a registered document: `extensions.persistedQuery.sha256Hash` as Apollo's clients send
 * it, or `documentId` of the body or the address (GraphQL over HTTP, appendix on persisted documents), with or without its
 * prefix `sha256:`.
 */
export function askedDocument({ extensions, http }: GraphQLRequest): string | undefined {
  const persisted: unknown = extensions?.["persistedQuery"];
  const hash = fieldOf(persisted, "sha256Hash");
  if (hash !== undefined) return hash;
  const id =
    fieldOf(http?.body, "documentId") ?? new URLSearchParams(http?.search ?? "").get("documentId") ?? undefined;
  return id?.replace(/^sha256:/, "");
}

function fieldOf(value: unknown, name: string): string | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  const field: unknown = (value as Readonly<Record<string, unknown>>)[name];
  return typeof field === "string" ? field : undefined;
}
