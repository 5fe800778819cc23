import { startTestSlice, type TestSlice } from "@corespond/kit/testing";

import { createTestDatabase } from "../../../../test/kit/database.js";
import { loadCounty } from "../county/loadCounty";
import { agenciesSlice } from "../subgraph";
import { testCounty } from "./testCounty";
import { agencies, records } from "./testIds";

const known: ReadonlySet<string> = new Set(Object.values(records));

/** Starts the slice with the test county; people knows the test's records and no other. */
export async function startAgencies(): Promise<TestSlice> {
  const slice = await startTestSlice(agenciesSlice, createTestDatabase, {
    "people.recordFacts": ({ recordIds }: { readonly recordIds: readonly string[] }) =>
      recordIds.filter((id) => known.has(id)).map((recordId) => ({ recordId, sourceAgencyId: agencies.brooklynPark })),
  });
  await loadCounty(slice.slice.systemContext("test"), testCounty);
  return slice;
}
