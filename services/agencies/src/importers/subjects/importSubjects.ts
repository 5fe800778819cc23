import { basename } from "node:path";

import {
  importInParts,
  inTransaction,
  invariant,
  readCsv,
  Role,
  type ImportInPartsOptions,
  type ImportInPartsRun,
  type ImportSummary,
  type RequestContext,
} from "@corespond/kit";
import { v5 as uuidv5 } from "uuid";

import { feedAgency } from "../calls/feedAgencies";
import { RowNotes } from "../rowNotes";
import { countMissing, findCalls, linkSubjects, type KnownSubject } from "./linkSubjects";
import { readSubject, subjectColumns, type SubjectPerson, type SubjectRow } from "./subjectRow";

/** Registers persons of an agency's records system; answers their records' ids in the same order, null in a dry run. */
export type RegisterRecords = (
  agencyId: string,
  persons: readonly SubjectPerson[],
) => Promise<readonly (string | null)[]>;

/** What to import, and how it runs. */
export interface ImportSubjectsOptions extends Pick<
  ImportInPartsOptions,
  "dryRun" | "reportPath" | "onProgress" | "signal"
> {
  readonly path: string;
  /** The ORI of the agency whose calls they are. */
  readonly agency: string;
  /** People's importer, which the hub brings. */
  readonly register: RegisterRecords;
}

const partRows = 2_000;

/**
 * Attaches persons of an agency's records system to its calls, part by part; each part is kept. A link that is there stays,
 * one that staff have removed is not made again, and a row of an unknown incident is rejected. `contextOf` gives a fresh
 * context of the hub. Throws an `ImportError` for what the person who started it can mend.
 */
export async function importSubjects(
  contextOf: () => RequestContext,
  options: ImportSubjectsOptions,
): Promise<ImportSummary> {
  const { viewer, database } = contextOf();
  invariant(viewer.role === Role.SYSTEM, "Only the hub itself imports subjects");
  const running = { ...options, pool: database.copyPool, viewerToken: () => contextOf().viewerToken };
  return await importInParts(running, async (run) => {
    run.report.fileOpened(basename(options.path));
    const agencyId = await run.session.transaction(async (client) => await feedAgency(client, options.agency));
    let part: SubjectRow[] = [];
    for await (const row of subjectRows(run, options.path)) {
      part.push(row);
      if (part.length < partRows) continue;
      await importPart({ run, contextOf, options, agencyId }, part);
      part = [];
    }
    await importPart({ run, contextOf, options, agencyId }, part);
  });
}

async function* subjectRows(run: ImportInPartsRun, path: string): AsyncGenerator<SubjectRow, void, void> {
  const file = basename(path);
  const columns = { requiredColumns: subjectColumns.required, optionalColumns: subjectColumns.optional };
  const onBytes = (bytes: { readonly bytesRead: number; readonly bytesTotal: number }): void => {
    run.progress({ file, phase: "reading", ...bytes });
  };
  for await (const item of readCsv(path, columns, { onBytes, signal: run.signal })) {
    if ("rejection" in item && item.rejection.severity === "warning") {
      await run.report.warned(item.rejection);
      continue;
    }
    run.report.rowRead(file);
    const notes = new RowNotes(file, item.line);
    if ("rejection" in item) notes.rejections.push(item.rejection);
    const row = "rejection" in item ? undefined : readSubject(item, notes);
    const [first, ...others] = notes.rejections;
    if (first !== undefined) await run.report.rowRejected(file, [first, ...others]);
    else if (row !== undefined) yield row;
  }
}

interface SubjectImport {
  readonly run: ImportInPartsRun;
  readonly contextOf: () => RequestContext;
  readonly options: ImportSubjectsOptions;
  readonly agencyId: string;
}

async function importPart(work: SubjectImport, part: readonly SubjectRow[]): Promise<void> {
  if (part.length === 0) return;
  const { run, contextOf, options, agencyId } = work;
  const calls = await inTransaction(contextOf(), async (transaction) => await findCalls(transaction, agencyId, part));
  const rows = await knownRows(work, part, calls);
  const recordIds = await options.register(
    agencyId,
    rows.map(({ person }) => person),
  );
  const links = rows.map(({ callId, role, person }, index) => ({
    callId,
    role,
    recordId: recordIds[index] ?? standIn(JSON.stringify(person)),
  }));
  const inserted = await inTransaction(contextOf(), async (transaction) => {
    const link = options.dryRun ? countMissing : linkSubjects;
    return await link(transaction, agencyId, links);
  });
  run.report.rowsMerged(basename(options.path), { inserted, updated: 0, unchanged: rows.length - inserted });
}

/** An id that stands in a dry run for the record that would be made of a person, the same for the same. */
function standIn(person: string): string {
  return uuidv5(person, uuidv5.URL);
}

async function knownRows(
  { run, options }: SubjectImport,
  part: readonly SubjectRow[],
  calls: ReadonlyMap<string, string>,
): Promise<readonly KnownSubject[]> {
  const file = basename(options.path);
  const known: KnownSubject[] = [];
  for (const row of part) {
    const callId = calls.get(row.incidentNumber);
    if (callId !== undefined) {
      known.push({ ...row, callId });
      continue;
    }
    const notes = new RowNotes(file, row.line);
    const reason = "is no incident of the agency's calls";
    notes.reject({ field: "incident_number", value: row.incidentNumber, code: "UNKNOWN_INCIDENT", reason });
    const [first, ...others] = notes.rejections;
    if (first !== undefined) await run.report.rowRejected(file, [first, ...others]);
  }
  return known;
}
