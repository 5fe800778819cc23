import type { ViewerClaims } from "@corespond/kit";
import type { TestSlice } from "@corespond/kit/testing";

import { capturedStatement, planFor } from "../testing/capturedStatement";
import { generateCalls } from "../testing/generateCalls";
import { startAgencies } from "../testing/startAgencies";
import { agencies, records } from "../testing/testIds";
import { viewers } from "../testing/testViewers";

let slice: TestSlice;

beforeAll(async () => {
  slice = await startAgencies();
  await generateCalls(slice, 20_000);
  await slice.owner(
    `INSERT INTO call_subject (call_id, agency_id, record_id, role, position)
     SELECT id, agency_id, $2, 'CALLER', 2 FROM call_for_service WHERE agency_id = $1 LIMIT 50`,
    [agencies.bloomington, records.neighbour],
  );
}, 60_000);

afterAll(async () => {
  await slice.stop();
});

const ofAgency = (field: string): string => `{ agency(id: "${agencies.bloomington}") { ${field} } }`;
const page = "{ edges { node { id } } }";
const codeSet = `codeSet: { name: "test-crisis", version: "1" }`;
const year = `since: "2025-01-01", until: "2026-01-01"`;
const person = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { calls(${codeSet}, role: CALLER) ${page} } } }`;

const [received, code] = ["call_for_service_agency_received", "call_for_service_agency_code"];

const planOf = async (viewer: ViewerClaims, document: string, statement: string): Promise<string> => {
  const r = [{ __typename: "Person", recordId: records.neighbour, recordIds: [records.neighbour] }];
  const sent = await capturedStatement(statement, async () => {
    expect((await slice.run(viewer, document, document === person ? { r } : {})).errors).toBeUndefined();
  });
  return await planFor(slice, viewer, sent);
};

test.each([
  ["an agency's calls", ofAgency(`calls ${page}`), "agencies.call.list", received],
  [
    "an agency's calls of a period",
    ofAgency(`calls(since: "2025-01-01T00:00:00Z", until: "2025-02-01T00:00:00Z") ${page}`),
    "agencies.call.list",
    received,
  ],
  [
    "an agency's calls of a set and beat",
    ofAgency(`calls(${codeSet}, beat: "B3") ${page}`),
    "agencies.call.list",
    code,
  ],
  ["all calls", `{ calls ${page} }`, "agencies.call.list", "call_for_service_received"],
  ["a person's calls", person, "agencies.call.list", "call_subject_record"],
  ["repeat callers", ofAgency(`repeatCallers(${codeSet}, ${year}) { persons }`), "agencies.repeatCallers.list", code],
  [
    "repeat locations",
    ofAgency(`repeatLocations(${codeSet}, ${year}) { places }`),
    "agencies.repeatLocations.list",
    code,
  ],
])("%s are served by an index, in one statement", async (...[, document, statement, index]) => {
  const plan = await planOf(viewers.supervisor, document, statement);
  expect(plan).toMatch(new RegExp(`Index Scan (using|on) ${index}\\b`));
  expect(plan).not.toContain("Seq Scan on call");
});

test.each(["analyst", "provider", "anonymous"] as const)(
  "for the %s, who may see no call, none is read",
  async (name) => {
    for (const document of [`{ calls ${page} }`, ofAgency(`calls ${page}`)]) {
      const plan = await planOf(viewers[name], document, "agencies.call.list");
      expect(plan).toMatch(/on call_for_service c .*rows=0\.00 loops=1/);
      expect(plan).not.toContain("Rows Removed by Filter");
    }
  },
);
