import type { TestSlice } from "@corespond/kit/testing";

import { loadCounty } from "../county/loadCounty";
import { insertCalls } from "../testing/insertCalls";
import { startAgencies } from "../testing/startAgencies";
import { testCounty } from "../testing/testCounty";
import { agencies, records, testId } from "../testing/testIds";
import { viewers } from "../testing/testViewers";

const { brooklynPark } = agencies;

let slice: TestSlice;
let ofResident: readonly string[];

/** Five incidents of a resident by one record, four by another (27 to 31 May, noon UTC), three of a neighbour, two of nobody. */
beforeEach(async () => {
  slice = await startAgencies();
  const insert = async (count: number, recordIds: readonly string[]) =>
    await insertCalls(slice, { agencyId: brooklynPark, count, recordIds });
  ofResident = await insert(5, [records.resident]);
  await insert(4, [records.residentElsewhere]);
  await insert(3, [records.neighbour]);
  await insert(2, []);
  await slice.owner("UPDATE call_for_service SET changed_at = '2024-07-01Z'");
  await slice.owner("UPDATE call_subject SET linked_at = '2024-07-01Z'");
});

afterEach(async () => {
  await slice.stop();
});

interface Answer {
  readonly knownAt: string;
  readonly callers: { readonly edges: readonly { readonly node: { readonly incidents: number } }[] };
}

const ask = async (args = "", fields = "incidents"): Promise<Answer> => {
  const { data, errors } = await slice.run(
    viewers.supervisor,
    `{ agency(id: "${brooklynPark}") { repeatCallers(codeSet: { name: "test-crisis", version: "1" }, ${args || 'since: "2024-05-01", until: "2024-06-01"'}) {
      knownAt incidents linkedIncidents unlinkedShare persons personsIncidents
      callers { edges { node { ${fields} } } } } } }`,
  );
  expect(errors).toBeUndefined();
  return (data?.["agency"] as { repeatCallers: Answer }).repeatCallers;
};

const counted = ({ callers }: Answer): readonly number[] => callers.edges.map(({ node }) => node.incidents);

const days = `since: "2024-05-01", until: "2024-06-01"`;

test("a person is counted by all records, with share, first and last day", async () => {
  expect(await ask("", "incidents share incidentsBefore change firstOn lastOn person { recordId }")).toEqual({
    knownAt: expect.any(String) as string,
    incidents: 14,
    linkedIncidents: 12,
    unlinkedShare: 2 / 14,
    persons: 1,
    personsIncidents: 9,
    callers: {
      edges: [
        {
          node: {
            incidents: 9,
            share: 9 / 14,
            incidentsBefore: 0,
            change: null,
            firstOn: "2024-05-27",
            lastOn: "2024-05-31",
            person: { recordId: records.resident },
          },
        },
      ],
    },
  });
});

test("a lower threshold lists more, a call of other codes or of a caller is not counted", async () => {
  expect(counted(await ask(`${days}, threshold: 2`))).toEqual([9, 3]);
  await slice.owner("UPDATE call_for_service SET common_code = 'TRESPASS' WHERE id = $1", [ofResident[0]]);
  await slice.owner("UPDATE call_subject SET role = 'CALLER' WHERE call_id = $1", [ofResident[1]]);
  expect(await ask(`${days}, threshold: 2`)).toMatchObject({ incidents: 13, linkedIncidents: 10 });
  expect(counted(await ask(`${days}, threshold: 2`))).toEqual([7, 3]);
});

test("merges, corrections and links restate what is known now, and what was known earlier is told again", async () => {
  const before = await ask(`${days}, threshold: 2, knownAt: "2024-07-02T00:00:00Z"`);
  expect(counted(before)).toEqual([9, 3]);
  const [first, second, third] = ofResident;
  await slice.owner(
    `INSERT INTO call_history SELECT id, agency_id, incident_number, counted_as, received_at, nature_code, common_code, beat,
       place, changed_at, '2024-07-03Z' FROM call_for_service WHERE id = ANY ($1)`,
    [[first, second]],
  );
  await slice.owner(
    `UPDATE call_for_service SET changed_at = '2024-07-03Z', counted_as = CASE WHEN id = $1 THEN
       (SELECT incident_number FROM call_for_service WHERE id = $3) END, common_code = CASE WHEN id = $2 THEN 'TRESPASS' ELSE common_code END
     WHERE id IN ($1, $2)`,
    [first, second, third],
  );
  const merged = await ask(`${days}, threshold: 2`);
  expect(counted(merged)).toEqual([7, 3]);
  await slice.owner(
    `WITH unlinked AS (DELETE FROM call_subject WHERE call_id = $1 RETURNING *)
     INSERT INTO call_subject_history SELECT call_id, record_id, role, agency_id, linked_at, '2024-07-04Z' FROM unlinked`,
    [ofResident[4]],
  );
  await slice.owner("UPDATE call_subject SET linked_at = '2024-07-04Z' WHERE record_id = $1", [records.neighbour]);
  expect(counted(await ask(`${days}, threshold: 2`))).toEqual([6, 3]);
  expect(counted(await ask(`${days}, threshold: 2, knownAt: "2024-07-03T12:00:00Z"`))).toEqual([7]);
  await slice.owner("UPDATE call_subject SET linked_at = '2024-07-01Z'");
  expect(await ask(`${days}, threshold: 2, knownAt: "2024-07-02T00:00:00Z"`)).toEqual(before);
  expect(await ask(`${days}, threshold: 2, knownAt: "2024-06-30T00:00:00Z"`)).toMatchObject({ incidents: 0 });
});

test("what is known now is stated as an instant, and the same later", async () => {
  const now = await ask();
  expect(Math.abs(Date.parse(now.knownAt) - Date.now())).toBeLessThan(60_000);
  await insertCalls(slice, { agencyId: brooklynPark, count: 9, recordIds: [testId(0x333)] });
  expect(await ask()).not.toEqual(now);
  expect(await ask(`${days}, knownAt: "${now.knownAt}"`)).toEqual(now);
  const { knownAt } = await ask(`${days}, knownAt: "2999-01-01T00:00:00Z"`);
  expect(Date.parse(knownAt)).toBeLessThan(Date.parse("2999-01-01T00:00:00Z"));
});

test("an incident in which two records of one person are subjects counts once", async () => {
  await slice.owner(
    `INSERT INTO call_subject (call_id, agency_id, record_id, role, position, linked_at)
     SELECT id, agency_id, $2, 'SUBJECT', 2, '2024-07-01Z' FROM call_for_service WHERE id = ANY ($1)`,
    [ofResident, records.residentElsewhere],
  );
  expect(counted(await ask())).toEqual([9]);
});

test("a window begins and ends with days of the program's time zone", async () => {
  // Midnight of 27 May in Minneapolis is at 5 o'clock UTC.
  await slice.owner("UPDATE call_for_service SET received_at = '2024-05-27T04:59:59Z' WHERE id = $1", [ofResident[4]]);
  const window = (since: string, until: string) => `since: "${since}", until: "${until}", threshold: 2`;
  expect(counted(await ask(window("2024-05-27", "2024-06-01")))).toEqual([8, 3]);
  expect(counted(await ask(window("2024-05-26", "2024-06-01")))).toEqual([9, 3]);
  expect(counted(await ask(window("2024-05-26", "2024-05-31")))).toEqual([7, 2]);
});

test("the trend is against the window of the same length before", async () => {
  const trend = async (since: string) =>
    (await ask(`since: "${since}", until: "2024-06-01", threshold: 2`, "incidents incidentsBefore change")).callers
      .edges;
  expect(await trend("2024-05-30")).toEqual([
    { node: { incidents: 4, incidentsBefore: 4, change: 0 } },
    { node: { incidents: 2, incidentsBefore: 1, change: 1 } },
  ]);
});

test("the program says which threshold and window hold where none is asked for", async () => {
  const asked = async () => {
    const { data } = await slice.run(
      viewers.supervisor,
      `{ agency(id: "${brooklynPark}") { memberships { program { repeatCallerThreshold repeatCallerDays } }
        repeatCallers(codeSet: { name: "test-crisis" }, until: "2024-06-01") { codeSet { name version } since until threshold timeZone } } }`,
    );
    return data?.["agency"];
  };
  const answer = (threshold: number, daysBefore: number, since: string) => ({
    memberships: [{ program: { repeatCallerThreshold: threshold, repeatCallerDays: daysBefore } }],
    repeatCallers: {
      codeSet: { name: "test-crisis", version: "2" },
      since,
      until: "2024-06-01",
      threshold,
      timeZone: "America/Chicago",
    },
  });
  expect(await asked()).toEqual(answer(7, 365, "2023-06-02"));
  const programs = (testCounty.programs ?? []).map((program) => ({
    ...program,
    repeatCallerThreshold: 8,
    repeatCallerDays: 90,
  }));
  await loadCounty(slice.slice.systemContext("test"), { programs });
  expect(await asked()).toEqual(answer(8, 90, "2024-03-03"));
});

test.each([
  ["a set that was not published", `codeSet: { name: "no-set" }`, "codeSet"],
  ["a threshold of one", `codeSet: { name: "test-crisis" }, threshold: 1`, "threshold"],
  ["a threshold above 1000", `codeSet: { name: "test-crisis" }, threshold: 1001`, "threshold"],
  ["an empty window", `codeSet: { name: "test-crisis" }, since: "2024-05-01", until: "2024-05-01"`, "since"],
  ["a window that ends first", `codeSet: { name: "test-crisis" }, since: "2024-05-02", until: "2024-05-01"`, "since"],
  [
    "a window of more than ten years",
    `codeSet: { name: "test-crisis" }, since: "0001-01-01", until: "9999-12-31"`,
    "since",
  ],
])("%s is the client's error, for every viewer", async (_what, args, argumentName) => {
  for (const viewer of [viewers.supervisor, viewers.provider]) {
    for (const field of [`repeatCallers(${args}) { incidents }`, `repeatLocations(${args}) { incidents }`]) {
      const { errors } = await slice.run(viewer, `{ agency(id: "${brooklynPark}") { ${field} } }`);
      expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argumentName } }]);
    }
  }
});

test("the list is read page by page, in both directions", async () => {
  const people = [...Array(5).keys()].map((n) => testId(0x300 + n));
  await insertCalls(slice, { agencyId: brooklynPark, count: 7, recordIds: people });
  const page = async (args: string) => {
    const { data, errors } = await slice.run(
      viewers.supervisor,
      `{ agency(id: "${brooklynPark}") { repeatCallers(codeSet: { name: "test-crisis", version: "1" }, ${days}) {
        callers(${args}) { totalCount edges { cursor node { person { recordId } } } pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } } } }`,
    );
    if (errors) return errors[0]?.extensions?.["code"];
    const { callers } = (data?.["agency"] as { repeatCallers: { callers: Callers } }).repeatCallers;
    return { ...callers, edges: callers.edges.map(({ node }) => node.person.recordId) };
  };
  interface Callers {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: { readonly person: { readonly recordId: string } } }[];
    readonly pageInfo: { readonly endCursor: string; readonly startCursor: string };
  }
  const first = (await page("first: 2")) as Callers;
  expect(first).toMatchObject({
    totalCount: 6,
    edges: [records.resident, people[0]],
    pageInfo: { hasNextPage: true, hasPreviousPage: false },
  });
  const next = (await page(`first: 4, after: "${first.pageInfo.endCursor}"`)) as Callers;
  expect(next).toMatchObject({ edges: people.slice(1), pageInfo: { hasNextPage: false, hasPreviousPage: true } });
  expect(await page(`last: 2, before: "${next.pageInfo.startCursor}"`)).toMatchObject({
    edges: [records.resident, people[0]],
    pageInfo: { hasNextPage: true, hasPreviousPage: false },
  });
  expect(await page("last: 2")).toMatchObject({ edges: people.slice(3) });
  expect(await page(`after: "x"`)).toBe("BAD_CURSOR");
});
