// The package ships no types, and other workspaces read this file's source, so the path has to travel with it.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./pg-copy-streams.d.ts" />
import { pipeline } from "node:stream/promises";

import type { ClientBase } from "pg";
import { from as copyFrom } from "pg-copy-streams";

import { namedText } from "../database/statement";

/** A table that takes lines of `copyLine`. */
export interface CopyTarget {
  /** The statement's name. */
  readonly name: string;
  /** The table and its columns as SQL names them: `pg_temp.import_rows (line, name)`. */
  readonly into: string;
  readonly signal?: AbortSignal | undefined;
}

/** Copies lines of COPY's text format, in pieces of any size, into a table without row-level security. */
export async function copyInto(
  client: ClientBase,
  target: CopyTarget,
  chunks: Iterable<Buffer> | AsyncIterable<Buffer>,
): Promise<void> {
  const text = `COPY ${target.into} FROM STDIN WITH (FORMAT text, ENCODING 'UTF8')`;
  const copy = client.query(copyFrom(namedText({ name: target.name, text })));
  await pipeline(chunks, copy, target.signal === undefined ? {} : { signal: target.signal });
}
