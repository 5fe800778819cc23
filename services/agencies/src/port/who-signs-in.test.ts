import type { TestSlice } from "@corespond/kit/testing";

import { startAgencies } from "../testing/startAgencies";
import { agencies, organizations, program, staff } from "../testing/testIds";
import { viewers } from "../testing/testViewers";

let slice: TestSlice;

beforeAll(async () => {
  slice = await startAgencies();
});

afterAll(async () => {
  await slice.stop();
});

const demo = "http://127.0.0.1:4000/demo";
const ofBrooklynPark = "https://login.brooklynpark.example";
const ofShelter = "https://login.shelter.example";
const ofCounty = "https://login.county.example";

const lookUp = async (issuer: string, subject: string, machine = false): Promise<unknown> =>
  await slice.port(viewers.system, "staffBySubject", { issuer, subject, machine });

test("an officer of the agency that the issuer is bound to", async () => {
  expect(await lookUp(ofBrooklynPark, "olga")).toEqual({
    id: staff.officer,
    role: "OFFICER",
    agencyId: agencies.brooklynPark,
    organizationId: null,
    serves: [],
    covers: [],
    issuers: [demo, ofBrooklynPark],
  });
});

test("an unknown subject, an unknown issuer, another employer's issuer and somebody who left are one answer", async () => {
  expect(await lookUp(ofBrooklynPark, "nobody")).toBeNull();
  expect(await lookUp("https://login.attacker.example", "olga")).toBeNull();
  expect(await lookUp(ofCounty, "olga")).toBeNull();
  expect(await lookUp(ofBrooklynPark, "stolen")).toBeNull();
  expect(await lookUp(ofBrooklynPark, "fred")).toBeNull();
});

test("the issuer of demonstrations asserts any employer's staff", async () => {
  expect(await lookUp(demo, "supervisor")).toMatchObject({ id: staff.supervisor, issuers: [demo, ofCounty] });
  expect(await lookUp(demo, "former")).toBeNull();
});

test("a partner's machine belongs to its organization", async () => {
  expect(await lookUp(ofShelter, "feed", true)).toMatchObject({
    id: staff.machine,
    role: "PARTNER_CLIENT",
    agencyId: null,
    organizationId: organizations.shelter,
    serves: [],
  });
});

test("a machine is found among machines and a person among persons, though their names be the same", async () => {
  expect(await lookUp(ofShelter, "feed")).toBeNull();
  expect(await lookUp(ofBrooklynPark, "olga", true)).toBeNull();
  expect(await lookUp(ofBrooklynPark, "feed", true)).toBeNull();
});

const members = [agencies.brooklynPark, agencies.bloomington, agencies.southLake];

test.each([
  ["socialWorker", [agencies.brooklynPark, agencies.southLake]],
  ["newWorker", []],
  ["supervisor", members],
  ["privacyOfficer", members],
  ["analyst", members],
  ["dispatcher", [agencies.brooklynPark, agencies.southLake]],
  ["officer", []],
  ["administrator", []],
  ["provider", []],
])("%s serves whom the role says", async (subject, expected) => {
  const found = (await lookUp(demo, subject)) as { readonly serves: readonly string[] };
  expect([...found.serves].sort()).toEqual([...expected].sort());
});

test("one statement answers", async () => {
  expect(await slice.countStatements(() => lookUp(demo, "supervisor"))).toEqual(["agencies.login.bySubject"]);
});

test("only the hub itself may ask", async () => {
  for (const viewer of [viewers.administrator, viewers.officer, viewers.anonymous]) {
    await expect(
      slice.port(viewer, "staffBySubject", { issuer: demo, subject: "officer", machine: false }),
    ).rejects.toThrow(/Only the gateway/);
  }
});

test("employment begins and ends by the program's day, not by the server's", async () => {
  // It is always another day at Kiritimati (UTC+14) than at Pago Pago (UTC-11).
  const [today] = await slice.owner<{ day: string }>(
    "SELECT (now() AT TIME ZONE 'Pacific/Kiritimati')::date::text AS day",
  );
  await slice.owner("UPDATE staff_member SET active_from = $2 WHERE id = $1", [staff.newWorker, today?.day]);
  const inZone = async (zone: string): Promise<unknown> => {
    await slice.owner("UPDATE program SET time_zone = $2 WHERE id = $1", [program, zone]);
    return await lookUp(demo, "newWorker");
  };
  expect(await inZone("Pacific/Kiritimati")).toMatchObject({ id: staff.newWorker });
  expect(await inZone("Pacific/Pago_Pago")).toBeNull();
});
