import { randomUUID } from "node:crypto";

import type { AuditedAccess } from "@corespond/kit";

import { cast, startPeople, type People } from "../testing/startPeople";

const roles = cast();
const { officer, socialWorker, privacyOfficer } = roles;
const from = new Date(Date.now() - 3_600_000).toISOString();

let people: People;
let ids: { personId: string; recordId: string };
beforeAll(async () => {
  people = await startPeople();
  ids = await people.register(officer, { names: [{ given: "Pat", family: "Testperson" }] });
  const see = "query morningList($id: ID!) { person(id: $id) { names { text } safeContact { channel } } }";
  await people.data({ ...officer, requestId: "officer-looks" }, see, { id: ids.personId });
  await people.data({ ...socialWorker, requestId: "worker-looks" }, see, { id: ids.personId });
});
afterEach(() => {
  people.audits.pages = {};
});
afterAll(() => people.stop());

const accesses = `query ($id: ID!, $from: DateTime!, $first: Int, $after: String) { person(id: $id) {
  accesses(from: $from, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { slice requestId recordedAt viewer { id } viewerRole agency { id } action outcome fields withheld } }
  } } }`;

const elsewhere = (recordedAt: string, requestId: string): { row: AuditedAccess; cursor: string } => ({
  cursor: "c",
  row: {
    ...{ id: randomUUID(), recordedAt, requestId, viewerId: randomUUID(), viewerRole: "SUPERVISOR" },
    ...{ agencyId: roles.county, organizationId: null, client: "test", purpose: "COC", operation: "o", action: "READ" },
    ...{ outcome: "SUCCESS" as const, codes: [], fields: ["Referral.status"], withheld: [], basis: [] },
  },
});

test("L25: a privacy officer is told who saw a person, what of them, and what was withheld", async () => {
  const { person } = await people.data(privacyOfficer, accesses, { id: ids.personId, from });
  const shown = person.accesses.edges.map(({ node }: { node: object }) => node);
  expect(shown).toContainEqual(
    expect.objectContaining({
      slice: "people",
      requestId: "officer-looks",
      viewer: { id: officer.id },
      viewerRole: "OFFICER",
      agency: { id: roles.brooklyn },
      action: "READ",
      outcome: "SUCCESS",
      fields: ["Person.names"],
      withheld: ["Person.safeContact"],
    }),
  );
  expect(person.accesses.totalCount).toBe(shown.length);
});

test("L25: the accesses of all slices are one list, the newest first, page by page", async () => {
  const later = new Date(Date.now() + 60_000).toISOString().replace("Z", "000Z");
  people.audits.pages = {
    agencies: { rows: [elsewhere(later, "in-agencies")], more: false },
    referrals: { rows: [elsewhere(from.replace("Z", "999Z"), "in-referrals")], more: false },
  };
  const { person } = await people.data(privacyOfficer, accesses, { id: ids.personId, from, first: 100 });
  const requests = person.accesses.edges.map(({ node }: { node: { requestId: string } }) => node.requestId);
  expect(requests[0]).toBe("in-agencies");
  expect(requests.at(-1)).toBe("in-referrals");
  const first = await people.data(privacyOfficer, accesses, { id: ids.personId, from, first: 1 });
  expect(first.person.accesses).toMatchObject({
    pageInfo: { hasNextPage: true },
    edges: [{ node: { slice: "agencies" } }],
  });
});

test("pages of the own slice hold every access once", async () => {
  const seen: string[] = [];
  let after: string | null = null;
  const until = new Date().toISOString();
  const query = accesses
    .replace("$after: String)", "$after: String, $to: DateTime)")
    .replace("first: $first", "to: $to, first: $first");
  do {
    const { person }: Awaited<ReturnType<People["data"]>> = await people.data(privacyOfficer, query, {
      ...{ id: ids.personId, from, to: until, first: 1, after },
    });
    seen.push(...person.accesses.edges.map(({ node }: { node: { requestId: string } }) => node.requestId));
    after = person.accesses.pageInfo.hasNextPage ? person.accesses.pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen.filter((id) => id === "officer-looks")).toHaveLength(1);
  expect(seen.filter((id) => id === "worker-looks")).toHaveLength(1);
});

test("L18: reading the audit is itself an access", async () => {
  const requestId = "the-audit-was-read";
  await people.data({ ...privacyOfficer, requestId }, accesses, { id: ids.personId, from });
  const { person } = await people.data(privacyOfficer, accesses, { id: ids.personId, from });
  expect(person.accesses.edges[0].node).toMatchObject({ requestId, viewerRole: "PRIVACY_OFFICER" });
  expect(person.accesses.edges[0].node.fields).toContain("AuditEntry.viewer");
});

test.each(["officer", "dispatcher", "socialWorker", "supervisor"] as const)(
  "%s is refused by role alone, and the attempt is recorded",
  async (role) => {
    const viewer = { ...roles[role], requestId: `refused-${role}` };
    const { errors } = await people.run(viewer, accesses, { id: ids.personId, from });
    expect(errors?.map(({ extensions }) => extensions?.["code"])).toEqual(["FORBIDDEN"]);
    expect(
      await people.owner(
        "SELECT outcome, codes, withheld FROM audit_entry WHERE request_id = $1 AND outcome <> 'SUCCESS'",
        [viewer.requestId],
      ),
    ).toEqual([{ outcome: "DENIED", codes: ["FORBIDDEN"], withheld: ["person.accesses"] }]);
  },
);

test("a privacy officer of another county reaches nobody's accesses", async () => {
  const stranger = { ...privacyOfficer, agencyId: randomUUID(), serves: [] };
  const { person } = await people.data(stranger, accesses, { id: ids.personId, from });
  expect(person).toBeNull();
});

test("where another slice does not answer there is an error, not a list with a gap", async () => {
  people.audits.pages = { agencies: { rows: [{ row: {} as AuditedAccess, cursor: "" }], more: false } };
  const { data, errors } = await people.run(privacyOfficer, accesses, { id: ids.personId, from });
  expect(data?.["person"]).toEqual({ accesses: null });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "SLICE_UNAVAILABLE", slice: "agencies" });
});
