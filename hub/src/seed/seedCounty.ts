import { importCalls, importSubjects, loadCounty } from "@corespond/agencies";
import { invariant, type RequestContext } from "@corespond/kit";
import { importRecords } from "@corespond/people";
import { loadReferralHistory } from "@corespond/referrals";

import { agencyId, countyAgencies, type AgencyKey } from "../demo/county/countyAgencies";
import { demoCounty } from "../demo/county/demoCounty";
import { countyTale } from "./countyTale";
import { seedCallMap, seedCodeMap, withSeedFiles, type AgencyFiles } from "./seedFiles";
import { seedOfficers } from "./seedOfficers";
import type { Tale } from "./tale";

/** The hub's own hand in each slice; each call gives a fresh context. */
export interface SeedSlices {
  readonly agencies: () => RequestContext;
  readonly people: () => RequestContext;
  readonly referrals: () => RequestContext;
}

/** What the county has after seeding, and how much of it is new. */
export interface Seeded {
  readonly persons: number;
  readonly calls: number;
  readonly referrals: number;
}

const source = "seed";
const timeZone = "America/Chicago";
const atOnce = 2_000;

/**
 * Tells the county's story from 2019 to 31 August 2021 in rows: the program and its members, then each agency's calls
 * and records by the importers that any agency's files go through, then the referrals that were worked. Everything is
 * known again by its own number or key, so that seeding twice changes nothing.
 */
export async function seedCounty(slices: SeedSlices, onStep: (step: string) => void): Promise<Seeded> {
  const tale = countyTale();
  onStep("The program, its members and their staff …");
  await loadCounty(slices.agencies(), demoCounty);
  const agencies = [...new Set(tale.persons.map(({ agency }) => agency))];
  await loadCounty(slices.agencies(), { staff: seedOfficers(agencies) });
  await withSeedFiles(tale, async (files) => {
    for (const file of files) {
      onStep(`The calls of ${file.agency} …`);
      await importFiles(slices, file);
    }
  });
  onStep("The referrals …");
  await loadReferrals(slices, tale);
  return { persons: tale.persons.length, calls: tale.calls.length, referrals: tale.referrals.length };
}

async function importFiles({ agencies, people }: SeedSlices, files: AgencyFiles): Promise<void> {
  const agency = oriOf(files.agency);
  const calls = { path: files.calls, agency, timeZone, map: seedCallMap, codes: seedCodeMap };
  const { total } = await importCalls(agencies, calls);
  invariant(total.rejected === 0, `every call of the tale is one that the importer takes (${files.agency})`);
  await importSubjects(agencies, {
    path: files.subjects,
    agency,
    register: async (sourceAgencyId, records) =>
      (await importRecords(people(), { sourceAgencyId, source, records })).recordIds,
  });
}

function oriOf(agency: AgencyKey): string {
  const ori = countyAgencies.find(({ id }) => id === agencyId(agency))?.ori;
  invariant(ori, `the agency ${agency} has an ORI`);
  return ori;
}

async function loadReferrals({ people, referrals }: SeedSlices, tale: Tale): Promise<void> {
  const recordIds = await recordsOf(people, tale);
  const past = tale.referrals.map(({ person, ...referral }) => {
    const recordId = recordIds.get(person);
    invariant(recordId, `the person ${person} has a record`);
    return { ...referral, recordId };
  });
  for (let from = 0; from < past.length; from += atOnce)
    await loadReferralHistory(referrals(), past.slice(from, from + atOnce));
}

/** The record of every person of the tale, by the person's key; those whom no call names are registered now. */
async function recordsOf(people: () => RequestContext, { persons }: Tale): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const agency of new Set(persons.map((person) => person.agency))) {
    const own = persons.filter((person) => person.agency === agency);
    const { recordIds } = await importRecords(people(), {
      sourceAgencyId: agencyId(agency),
      source,
      records: own.map(({ key, given, family, birthDate }) => ({ key, given, middle: null, family, birthDate })),
    });
    own.forEach(({ key }, index) => {
      const id = recordIds[index];
      if (typeof id === "string") found.set(key, id);
    });
  }
  return found;
}
