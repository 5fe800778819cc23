import { startTestSlice, type TestSlice } from "@corespond/kit/testing";

import { createTestDatabase } from "../../../../test/kit/database.js";
import { loadCounty } from "../county/loadCounty";
import { agenciesSlice } from "../subgraph";
import { testCounty } from "./testCounty";
import { agencies, persons, records } from "./testIds";

const known = (["resident", "neighbour"] as const).map((name) => ({
  recordIds: [records[name], ...(name === "resident" ? [records.residentElsewhere] : [])],
  personId: persons[name],
}));

interface AskedFacts {
  readonly personIds?: readonly string[];
  readonly recordIds?: readonly string[];
}

/** Starts the slice with the test county; people knows the test's residents, one by two records, and no other. */
export async function startAgencies(): Promise<TestSlice> {
  const slice = await startTestSlice(agenciesSlice, createTestDatabase, {
    "people.recordFacts": ({ personIds = [], recordIds = [] }: AskedFacts) =>
      known.flatMap((person) =>
        person.recordIds
          .filter((id, index) => recordIds.includes(id) || (index === 0 && personIds.includes(person.personId)))
          .map((recordId) => ({ recordId, personId: person.personId, sourceAgencyId: agencies.brooklynPark })),
      ),
  });
  await loadCounty(slice.slice.systemContext("test"), testCounty);
  return slice;
}
