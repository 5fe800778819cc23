import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import type { AgencyKey } from "../demo/county/countyAgencies";
import { natureCodes, type NatureCode } from "./natureCodes";
import { clockAt } from "./seedDay";
import type { Tale, TaleCall, TalePerson } from "./tale";

/** The files of one agency, as its dispatch and its records system would deliver them. */
export interface AgencyFiles {
  readonly agency: AgencyKey;
  readonly calls: string;
  readonly subjects: string;
}

/** How the columns of the calls' file are read. */
export const seedCallMap = {
  incidentNumber: "incident",
  receivedAt: "received",
  natureCode: "nature",
  natureText: "nature_text",
  street: "street",
};

/** The local codes, as the importer takes them. */
export const seedCodeMap: Readonly<Record<string, { readonly text: string; readonly common: string | null }>> =
  natureCodes;

/** Writes every agency's files into a folder of their own, and removes them when `act` is done with them. */
export async function withSeedFiles<T>(tale: Tale, act: (files: readonly AgencyFiles[]) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "corespond-seed-"));
  try {
    const persons = new Map(tale.persons.map((person) => [person.key, person]));
    const files: AgencyFiles[] = [];
    for (const [agency, calls] of callsByAgency(tale)) {
      const names = {
        calls: path.join(folder, `${agency}-calls.csv`),
        subjects: path.join(folder, `${agency}-subjects.csv`),
      };
      await writeFile(names.calls, callsCsv(calls));
      await writeFile(names.subjects, subjectsCsv(calls, persons));
      files.push({ agency, ...names });
    }
    return await act(files);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function callsByAgency({ calls }: Tale): ReadonlyMap<AgencyKey, readonly TaleCall[]> {
  const byAgency = new Map<AgencyKey, TaleCall[]>();
  for (const call of calls) {
    const own = byAgency.get(call.agency);
    if (own) own.push(call);
    else byAgency.set(call.agency, [call]);
  }
  return byAgency;
}

function callsCsv(calls: readonly TaleCall[]): string {
  const lines = calls.map(({ incidentNumber, day, minuteOfDay, nature, street }) =>
    [
      ...[incidentNumber, `${day} ${clockAt(minuteOfDay)}`],
      ...[nature, natureCodes[nature as NatureCode].text, street],
    ].join(","),
  );
  return ["incident,received,nature,nature_text,street", ...lines, ""].join("\n");
}

function subjectsCsv(calls: readonly TaleCall[], persons: ReadonlyMap<string, TalePerson>): string {
  const lines = calls.flatMap(({ incidentNumber, subject }) => {
    const person = subject === null ? undefined : persons.get(subject);
    if (!person) return [];
    return [[incidentNumber, "SUBJECT", person.family, person.given, person.birthDate, person.key].join(",")];
  });
  return ["incident_number,role,family,given,birth_date,record_key", ...lines, ""].join("\n");
}
