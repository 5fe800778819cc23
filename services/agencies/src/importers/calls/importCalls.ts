import { basename } from "node:path";

import {
  importInParts,
  invariant,
  Role,
  type ImportInPartsOptions,
  type ImportInPartsRun,
  type RequestContext,
  type ImportClient,
  type Rejection,
} from "@corespond/kit";

import { filledColumns, type FilledColumns } from "./callColumns";
import { addTallies, nothing, type CallImportSummary, type CallTally } from "./callCounts";
import { readCallMap, type CallMap } from "./callMap";
import { callParts, type CallsPart } from "./callParts";
import { CallReader } from "./callReader";
import { checkTimeZone } from "./checkTimeZone";
import { clearCheckpoint, importKey, readCheckpoint, writeCheckpoint } from "./checkpoint";
import { readCodeMap, type CodeMap } from "./codeMap";
import { feedAgencies, type FeedAgencies } from "./feedAgencies";
import { followReplaced } from "./followReplaced";
import { anyReplacements, keepReplacements } from "./keepReplacements";
import { mergeCalls } from "./mergeCalls";
import { mergeWarnings } from "./mergeWarnings";
import { bringCodes, keepCodes } from "./natureCodes";
import { oneAhead } from "./oneAhead";
import { runStatement } from "../partStatement";
import { dropStaged, stageCalls } from "./stagedCalls";
import { tellChanges } from "./tellChanges";

/** What to import, and how it runs. */
export interface ImportCallsOptions extends Pick<
  ImportInPartsOptions,
  "dryRun" | "reportPath" | "onProgress" | "signal"
> {
  readonly path: string;
  /** The ORI of the agency whose calls these are, or of the dispatch center whose feed it is. */
  readonly agency: string;
  /** The map of columns as it was read from its file. */
  readonly map: unknown;
  /** The IANA time zone of times without an offset. */
  readonly timeZone: string;
  /** The map of codes as it was read from its file. */
  readonly codes?: unknown;
  /** How many rows are kept at once. */
  readonly partRows?: number;
}

/** An import of calls at work. */
interface CallImport {
  readonly run: ImportInPartsRun;
  readonly options: ImportCallsOptions;
  readonly map: CallMap;
  readonly codes: CodeMap;
  readonly columns: FilledColumns;
  readonly key: string;
  readonly ignored: string[];
}

const defaultPartRows = 50_000;

/**
 * Imports calls for service from the feed of any dispatch system, by agency and incident number: in parts, each of which
 * is kept, so that an interrupted import of the same file goes on where it stopped. `contextOf` gives a fresh context of
 * the hub for each part. Throws an `ImportError` for what the person who started it can mend.
 */
export async function importCalls(
  contextOf: () => RequestContext,
  options: ImportCallsOptions,
): Promise<CallImportSummary> {
  const { viewer, database } = contextOf();
  invariant(viewer.role === Role.SYSTEM, "Only the hub itself imports calls");
  checkTimeZone(options.timeZone);
  const [map, codes] = [readCallMap(options.map), readCodeMap(options.codes ?? {})];
  const running = { ...options, pool: database.copyPool, viewerToken: () => contextOf().viewerToken };
  let [before, tally] = [nothing, nothing];
  const ignored: string[] = [];
  const summary = await importInParts(running, async (run) => {
    run.report.fileOpened(basename(options.path));
    const key = await keyOf(options);
    const work = { run, options, map, codes, columns: filledColumns(map), key, ignored };
    const begun = await begin(work);
    before = begun.before;
    tally = await importParts(work, begun);
  });
  return summaryOf({ ...summary, before, tally, ignored, file: basename(options.path) });
}

const keyOf = async ({ path, agency, map, timeZone, codes }: ImportCallsOptions): Promise<string> =>
  await importKey(path, [agency, map, timeZone, codes ?? null]);

interface Begun {
  readonly agencies: FeedAgencies;
  readonly before: CallTally;
}

async function begin({ run, options, map, codes, key }: CallImport): Promise<Begun> {
  return await run.session.transaction(async (client) => {
    await client.query("SET LOCAL timezone = 'UTC'");
    const agencies = await feedAgencies(client, map, options.agency);
    await bringCodes(client, codes, { agencyIds: agencies.ids, at: await now(client) });
    return { agencies, before: options.dryRun ? nothing : await readCheckpoint(client, key) };
  });
}

async function importParts(work: CallImport, { agencies, before }: Begun): Promise<CallTally> {
  const { run, options, map, columns, ignored } = work;
  const { path, timeZone, partRows = defaultPartRows } = options;
  const reader = new CallReader({ map, filled: columns, timeZone, agencyOf: agencies.agencyOf });
  const onIgnored = (column: string): void => {
    ignored.push(column);
  };
  const parts = callParts(run, { path, map, reader, skip: before.rowsIn, partRows, onIgnored });
  let tally = before;
  for await (const part of oneAhead(parts)) tally = await importPart(work, part, tally);
  await run.session.transaction(async (client) => {
    await clearCheckpoint(client, work.key);
  });
  return tally;
}

async function importPart(work: CallImport, part: CallsPart, before: CallTally): Promise<CallTally> {
  const { run, options, columns, key } = work;
  return await run.session.transaction(async (client) => {
    await client.query("SET LOCAL timezone = 'UTC'");
    const at = await now(client);
    await stageCalls(client, columns, { part, signal: run.signal });
    const unmapped = columns.content.includes("nature_code") ? await keepCodes(client) : {};
    const merged = await mergeCalls(client, columns, { rows: part.rowsIn - part.rejected, at });
    const warnings = await followMerges(client, work, at);
    for (const warning of warnings) await run.report.warned(warning);
    await tellChanges(client);
    await dropStaged(client);
    run.report.rowsMerged(basename(options.path), merged);
    const { rowsIn, rejected, gaps, overlaps } = part;
    const { inserted: loaded, updated, unchanged } = merged;
    const warned = part.warnings + warnings.length;
    const counted = { rowsIn, loaded, updated, unchanged, rejected, warnings: warned, gaps, overlaps, unmapped };
    const tally = addTallies(before, counted);
    await writeCheckpoint(client, key, tally);
    return tally;
  });
}

/** Brings what calls count as up to date after a part. Answers what the report must say of it. */
async function followMerges(client: ImportClient, work: CallImport, at: string): Promise<readonly Rejection[]> {
  const { options, map, columns } = work;
  const { content } = columns;
  if (content.includes("replaces")) await keepReplacements(client);
  const told = content.includes("replaced_by") || content.includes("replaces");
  if (!told && !(await anyReplacements(client))) return [];
  const circles = await followReplaced(client, columns, at);
  return await mergeWarnings(client, { file: basename(options.path), map, columns }, circles);
}

async function now(client: ImportClient): Promise<string> {
  const text = "SELECT clock_timestamp()::text AS at";
  const [row] = await runStatement<{ at: string }>(client, { name: "agencies.calls.now", text });
  return row?.at ?? "";
}

function summaryOf(
  result: Pick<CallImportSummary, "dryRun" | "firstRejections"> & {
    readonly before: CallTally;
    readonly tally: CallTally;
    readonly ignored: readonly string[];
    readonly file: string;
  },
): CallImportSummary {
  const { before, tally, ignored, file, dryRun, firstRejections } = result;
  const { gaps, overlaps, unmapped, ...total } = tally;
  const codes = Object.entries(unmapped).map(([code, rows]) => ({ code, rows }));
  return {
    dryRun,
    total,
    files: { [file]: total },
    firstRejections,
    resumedAfter: before.rowsIn,
    dst: { gaps, overlaps },
    unmappedCodes: codes.sort((left, right) => right.rows - left.rows || (left.code < right.code ? -1 : 1)),
    ignoredColumns: ignored,
  };
}
