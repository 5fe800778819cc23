import { createHash } from "node:crypto";

import { GraphQLError, parse } from "graphql";
import { z } from "zod";

const names = z.array(z.string().min(1)).min(1).optional();

const operation = z.looseObject({
  id: z.string().min(1).max(256),
  name: z.string().optional(),
  type: z.enum(["query", "mutation", "subscription"]).optional(),
  body: z.string().min(1),
  clientName: z.string().min(1).nullish(),
  roles: names,
});

/** A persisted query manifest as Apollo's tools write it; `clients` and `roles` are ours, and hold for all its operations. */
const manifestSchema = z.looseObject({
  format: z.literal("apollo-persisted-query-manifest"),
  version: z.literal(1),
  clients: names,
  roles: names,
  operations: z.array(operation),
});

/** A document that may be asked for by its id. */
export interface TrustedDocument {
  readonly id: string;
  /** The SHA-256 of the text, in hexadecimal: by it, a text that comes whole is recognized. */
  readonly hash: string;
  readonly body: string;
  /** The clients that may run it, or null for all. */
  readonly clients: readonly string[] | null;
  /** The roles that may run it, or null for all. */
  readonly roles: readonly string[] | null;
}

/** The SHA-256 of a document's text, in hexadecimal. */
export const hashOf = (body: string): string => createHash("sha256").update(body).digest("hex");

/** Reads one manifest. Throws an error that names the file and what is wrong with it. */
export function readManifest(file: string, text: string): readonly TrustedDocument[] {
  const { data, error } = manifestSchema.safeParse(jsonOf(file, text));
  if (!data) {
    const [issue] = error.issues;
    throw new TypeError(
      `${file} is not a persisted query manifest: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}.`,
    );
  }
  return data.operations.map(({ id, body, clientName, roles }) => {
    checkSyntax(file, id, body);
    const clients = clientName == null ? (data.clients ?? null) : [clientName];
    return { id, hash: hashOf(body), body, clients, roles: roles ?? data.roles ?? null };
  });
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new TypeError(`${file} is not JSON.`, { cause: error });
  }
}

function checkSyntax(file: string, id: string, body: string): void {
  try {
    parse(body, { noLocation: true });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new TypeError(`${file}: the operation "${id}" is not GraphQL: ${error.message}`, { cause: error });
  }
}
