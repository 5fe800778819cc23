import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { TestSlice } from "@corespond/kit/testing";

import { startAgencies } from "../../../testing/startAgencies";
import type { CallImportSummary } from "../callCounts";
import { importCalls, type ImportCallsOptions } from "../importCalls";

/** A slice that takes feeds of calls. */
export interface CallFeed extends TestSlice {
  /** Writes a file and answers its path. */
  write(name: string, content: string | Buffer): string;
  /** Imports a file of rows for Brooklyn Park unless told otherwise. */
  bring(rows: string, options?: Partial<ImportCallsOptions>): Promise<CallImportSummary>;
  /** The stored calls, by agency and number. */
  calls(columns: string): Promise<readonly object[]>;
  /** The entries of the last report. */
  report(): readonly Readonly<Record<string, unknown>>[];
  /** Removes all calls and what hangs on them. */
  empty(): Promise<void>;
}

/** The ORIs of the test county's departments. */
export const oris = { brooklynPark: "MN0270300", bloomington: "MN0270100", southLake: "MN0270700" } as const;

/** A map of the columns that most tests use. */
export const plainMap = {
  incidentNumber: "incident",
  receivedAt: "received",
  updatedAt: "updated",
  natureCode: "nature",
  beat: "beat",
  replacedBy: "replaced",
} as const;

/** Their header. */
export const plainHeader = "incident,received,updated,nature,beat,replaced";

/** Starts the slice with the test county. */
export async function startCallFeed(): Promise<CallFeed> {
  const slice = await startAgencies();
  const folder = mkdtempSync(join(tmpdir(), "calls-"));
  const reportPath = join(folder, "report.jsonl");
  const write = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  return {
    ...slice,
    write,
    bring: async (rows, options = {}) =>
      await importCalls(() => slice.slice.systemContext("import"), {
        ...{ path: write("calls.csv", rows), agency: oris.brooklynPark, map: plainMap, timeZone: "America/Chicago" },
        reportPath,
        ...options,
      }),
    calls: async (columns) =>
      await slice.owner(
        `SELECT ${columns} FROM call_for_service c JOIN agency a ON a.id = c.agency_id ORDER BY a.ori, incident_number`,
      ),
    report: () =>
      readFileSync(reportPath, "utf8")
        .trim()
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    empty: async () => {
      await slice.owner(
        "TRUNCATE call_for_service, call_history, call_subject, call_subject_history, nature_code, call_import, call_replacement, outbox",
      );
    },
    stop: async () => {
      rmSync(folder, { recursive: true });
      await slice.stop();
    },
  };
}
