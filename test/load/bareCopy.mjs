import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";

import { from as copyFrom } from "pg-copy-streams";

/** Copies a CSV file into a table of texts, and nothing else; resolves with the milliseconds that it took. */
export async function bareCopy(client, path, columns) {
  await client.query(`CREATE TABLE bare_copy (${columns.map((name) => `"${name}" text`).join(", ")})`);
  const startedAt = performance.now();
  const copy = client.query(copyFrom("COPY bare_copy FROM STDIN WITH (FORMAT csv, HEADER)"));
  await pipeline(createReadStream(path), copy);
  const ms = performance.now() - startedAt;
  await client.query("DROP TABLE bare_copy");
  return ms;
}
