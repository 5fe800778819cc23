import type { TestSlice } from "@corespond/kit/testing";

import { insertCalls } from "../testing/insertCalls";
import { startAgencies } from "../testing/startAgencies";
import { agencies, records } from "../testing/testIds";
import { viewers } from "../testing/testViewers";

const { brooklynPark } = agencies;

let slice: TestSlice;
let calls: readonly string[];

beforeAll(async () => {
  slice = await startAgencies();
  calls = await insertCalls(slice, { agencyId: brooklynPark, count: 8, recordIds: [records.resident] });
  await slice.owner(
    "UPDATE call_for_service SET address_street = CASE WHEN id = ANY ($1) THEN '9  main st' ELSE '1 Oak Ave' END, address_city = NULL",
    [calls.slice(0, 5)],
  );
  await slice.owner("UPDATE call_for_service SET address_street = NULL WHERE id = $1", [calls[7]]);
  await slice.owner("UPDATE call_for_service SET latitude = 45, longitude = -93 WHERE id = $1", [calls[2]]);
  await slice.owner("UPDATE call_for_service SET latitude = 45.1, longitude = -93.1 WHERE id = $1", [calls[1]]);
  await slice.owner(
    "UPDATE call_for_service SET counted_as = (SELECT incident_number FROM call_for_service WHERE id = $2) WHERE id = $1",
    [calls[6], calls[5]],
  );
});

afterAll(async () => {
  await slice.stop();
});

const ask = async (args: string): Promise<unknown> => {
  const { data, errors } = await slice.run(
    viewers.officer,
    `{ agency(id: "${brooklynPark}") { repeatLocations(codeSet: { name: "test-crisis", version: "1" }, since: "2024-05-01", until: "2024-06-01" ${args}) {
      codeSet { version } since until timeZone threshold incidents unplacedIncidents places
      locations { place coordinates { latitude longitude } incidents share firstOn lastOn } } } }`,
  );
  return errors ? errors[0]?.extensions : (data?.["agency"] as { repeatLocations: unknown }).repeatLocations;
};

const asked = {
  codeSet: { version: "1" },
  since: "2024-05-01",
  until: "2024-06-01",
  timeZone: "America/Chicago",
  incidents: 7,
  unplacedIncidents: 1,
};

test("places are counted by incident, however they are spelled, and stand where the latest call that says so was", async () => {
  expect(await ask(", threshold: 5")).toEqual({
    ...asked,
    threshold: 5,
    places: 1,
    locations: [
      {
        place: "9 MAIN ST",
        coordinates: { latitude: 45.1, longitude: -93.1 },
        incidents: 5,
        share: 5 / 7,
        firstOn: "2024-05-27",
        lastOn: "2024-05-31",
      },
    ],
  });
});

test("a merged incident counts once, so a place may be below the threshold", async () => {
  expect(await ask(", threshold: 2")).toMatchObject({ places: 1 });
  expect(await ask("")).toMatchObject({ threshold: 7, places: 0, locations: [] });
});

test("the list has a limit, and tells how many places there are", async () => {
  await insertCalls(slice, { agencyId: brooklynPark, count: 4, recordIds: [] });
  await slice.owner("UPDATE call_for_service SET address_street = '2 Elm St' WHERE address_street ~ 'Example'");
  expect(await ask(", threshold: 2, first: 1")).toMatchObject({ places: 2, locations: [{ place: "9 MAIN ST" }] });
  expect(await ask(", threshold: 2")).toMatchObject({
    locations: [{ place: "9 MAIN ST" }, { place: "2 ELM ST, EXAMPLEVILLE", coordinates: null, incidents: 4 }],
  });
  expect(await ask(", first: 101")).toMatchObject({ code: "BAD_USER_INPUT", argumentName: "first" });
});
