import { startTestSlice, type TestSlice } from "@corespond/kit/testing";

import { createTestDatabase } from "../../../../test/kit/database.js";
import { loadCounty } from "../county/loadCounty";
import { agenciesSlice } from "../subgraph";
import { testCounty } from "./testCounty";
import { agencies, persons, records } from "./testIds";

const recordOf = new Map([
  [persons.resident, records.resident],
  [persons.neighbour, records.neighbour],
]);

/** Starts the slice with the test county; people knows the test's residents and no other. */
export async function startAgencies(): Promise<TestSlice> {
  const slice = await startTestSlice(agenciesSlice, createTestDatabase, {
    "people.recordFacts": ({ personIds }: { readonly personIds: readonly string[] }) =>
      personIds.flatMap((personId) => {
        const recordId = recordOf.get(personId);
        return recordId === undefined ? [] : [{ recordId, personId, sourceAgencyId: agencies.brooklynPark }];
      }),
  });
  await loadCounty(slice.slice.systemContext("test"), testCounty);
  return slice;
}
