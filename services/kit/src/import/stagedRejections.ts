import type { ClientBase } from "pg";

import { namedText } from "../database/statement";
import type { Rejection } from "./rejection";

/** A rejection as a merge finds it; which file it is about is for its caller to add. */
export type StagedRejection = Omit<Rejection, "file">;

const table = "pg_temp.import_rejections";

// No longer value crosses the wire than a report shows.
const shownCharacters = 300;

const fetchedAtOnce = 1_000;

/** Makes the temporary table that collects what the checks of a merge find, so that it is never held in memory. */
export async function createStagedRejections(client: ClientBase): Promise<void> {
  const columns =
    "line bigint NOT NULL, severity text NOT NULL, code text NOT NULL, field text, value text, reason text NOT NULL";
  await run(client, "import.rejections.create", `CREATE TEMP TABLE import_rejections (${columns}) ON COMMIT DROP`);
}

/** Removes that table before the transaction ends. */
export async function dropStagedRejections(client: ClientBase): Promise<void> {
  await run(client, "import.rejections.drop", `DROP TABLE ${table}`);
}

/**
 * Adds what `select` finds and answers how many. It selects `line, field, value, reason` and, as in
 * `WITH found AS (DELETE … RETURNING …)`, takes rejected rows out of the staged ones in the same statement.
 */
export async function addStagedRejections(
  client: ClientBase,
  kind: Pick<StagedRejection, "severity" | "code">,
  found: { readonly name: string; readonly with: string; readonly select: string },
): Promise<number> {
  const text = `${found.with}
    INSERT INTO ${table} (severity, code, line, field, value, reason)
    SELECT $1, $2, line, field, left(value, ${shownCharacters}), reason FROM (${found.select}) AS found (line, field, value, reason)`;
  const { rowCount } = await client.query(namedText({ name: found.name, text }), [kind.severity, kind.code]);
  return rowCount ?? 0;
}

/** Yields what was collected, by line, a thousand at a time. */
export async function* readStagedRejections(client: ClientBase): AsyncGenerator<StagedRejection, void, void> {
  const select = `SELECT line::float8 AS line, severity, code, field, value, reason FROM ${table} ORDER BY import_rejections.line, severity DESC, field`;
  await run(client, "import.rejections.open", `DECLARE import_rejections_cursor NO SCROLL CURSOR FOR ${select}`);
  for (;;) {
    const fetch = namedText({
      name: "import.rejections.fetch",
      text: `FETCH ${fetchedAtOnce} FROM import_rejections_cursor`,
    });
    const { rows } = await client.query<StagedRejection>(fetch);
    yield* rows;
    if (rows.length < fetchedAtOnce) break;
  }
  await run(client, "import.rejections.close", "CLOSE import_rejections_cursor");
}

async function run(client: ClientBase, name: string, text: string): Promise<void> {
  await client.query(namedText({ name, text }));
}
