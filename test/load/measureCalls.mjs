import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import pg from "pg";

import { bareCopy } from "./bareCopy.mjs";
import { feedCodes, feedCounty, feedMap, oriOf, writeCallFeed } from "./callFeed.mjs";
import { startImportingHub } from "./importingHub.mjs";

const columns =
  "agency,incident,received,closed,updated,nature,nature_text,priority,disposition,beat,street,city,latitude,longitude,replaced_by";

/** An interruption needs some parts before it and some after. */
const interruptedRows = { least: 200_000, most: 500_000 };

/**
 * Measures an import of so many calls: rows per second against a bare COPY of the same file, peak memory, a second run, and
 * a run that is interrupted and goes on.
 */
export async function measureCalls({ rows, interrupt, say }) {
  const folder = await mkdtemp(path.join(tmpdir(), "corespond-load-"));
  const hub = await startImportingHub(folder);
  const client = new pg.Client({ connectionString: hub.ownerUrl });
  try {
    const [feed, map, codes] = ["feed.csv", "map.yml", "codes.yml"].map((name) => path.join(folder, name));
    // JSON is YAML.
    await writeFile(map, JSON.stringify(feedMap));
    await writeFile(codes, JSON.stringify(feedCodes));
    say(`Writing ${rows} rows …`);
    await writeCallFeed(feed, rows);
    await hub.county(feedCounty);
    await client.connect();
    const options = ["--agency", oriOf(0), "--map", map, "--codes", codes, "--time-zone", "America/Chicago"];
    const interrupted = interrupt ? await interruptOnce({ hub, client, folder, options, rows, say }) : undefined;
    say("A bare COPY …");
    const copyMs = await bareCopy(client, feed, columns.split(","));
    say("The import …");
    const first = await hub.import("calls", feed, ...options);
    say("The same again …");
    const second = await hub.import("calls", feed, ...options);
    const { rowsIn, loaded, updated, unchanged, rejected } = first.summary.total;
    const perSecond = (ms) => Math.round((rows / ms) * 1000);
    return {
      ...{ rowsIn, loaded, updated, unchanged, rejected },
      rowsPerSecond: perSecond(first.ms),
      copyRowsPerSecond: perSecond(copyMs),
      ratioToCopy: Number((copyMs / first.ms).toFixed(3)),
      peakMB: first.peakMB,
      dst: first.summary.dst,
      unmappedCodes: first.summary.unmappedCodes.length,
      again: { ...second.summary.total, rowsPerSecond: perSecond(second.ms), peakMB: second.peakMB },
      ...(interrupted && { interrupted }),
    };
  } finally {
    await client.end();
    await hub.stop();
  }
}

/** Interrupts an import half-way, starts it again, and empties the tables. */
async function interruptOnce({ hub, client, folder, options, rows, say }) {
  say("An import that is interrupted …");
  const count = Math.max(interruptedRows.least, Math.min(interruptedRows.most, rows));
  const feed = path.join(folder, "interrupted.csv");
  await writeCallFeed(feed, count);
  const running = hub.start("calls", feed, ...options);
  let ended = false;
  const done = running.done.then((result) => {
    ended = true;
    return result;
  });
  while (!ended && (await rowsDone(client)) < count / 4) await client.query("SELECT pg_sleep(0.02)");
  running.interrupt();
  const { code } = await done;
  const keptRows = await rowsDone(client);
  const { summary } = await hub.import("calls", feed, ...options);
  const [stored] = (await client.query("SELECT count(*)::integer AS calls FROM call_for_service")).rows;
  await client.query("TRUNCATE call_for_service, call_history, call_subject, call_subject_history, call_import");
  return { rows: count, exitCode: code, keptRows, resumedAfter: summary.resumedAfter, storedAfterwards: stored.calls };
}

async function rowsDone(client) {
  const { rows } = await client.query(
    "SELECT coalesce(max((tally ->> 'rowsIn')::integer), 0) AS done FROM call_import",
  );
  return rows[0].done;
}
