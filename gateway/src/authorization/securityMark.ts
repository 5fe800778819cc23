import { Kind, parse } from "graphql";
import type { ConstDirectiveNode, DocumentNode } from "graphql";

/** The features marked `for: SECURITY` that Apollo's JavaScript gateway does carry out. */
const enforcedByTheGateway = "/inaccessible/";

/**
 * Removes the mark `for: SECURITY` that makes Apollo's JavaScript gateway refuse a supergraph with `@authenticated`,
 * `@requiresScopes` or `@policy`. `guardedEngine` enforces those directives in its stead.
 */
export function stripSecurityMark(supergraphSdl: string): string {
  const cuts = links(parse(supergraphSdl)).flatMap((link) => securityMark(link));
  return cuts.reduceRight((sdl, { start, end }) => sdl.slice(0, start) + sdl.slice(end), supergraphSdl);
}

function links(document: DocumentNode): readonly ConstDirectiveNode[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? []).filter(({ name }) => name.value === "link")
      : [],
  );
}

function securityMark(link: ConstDirectiveNode): readonly { readonly start: number; readonly end: number }[] {
  const args = link.arguments ?? [];
  const url = args.find(({ name }) => name.value === "url")?.value;
  if (url?.kind === Kind.STRING && url.value.includes(enforcedByTheGateway)) return [];
  const index = args.findIndex(
    ({ name, value }) => name.value === "for" && value.kind === Kind.ENUM && value.value === "SECURITY",
  );
  const mark = args[index]?.loc;
  const before = args[index - 1]?.loc;
  if (mark === undefined) return [];
  return [{ start: before?.end ?? mark.start, end: mark.end }];
}
