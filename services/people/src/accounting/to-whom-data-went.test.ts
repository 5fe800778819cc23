import { randomUUID } from "node:crypto";

import type { ViewerClaims } from "@corespond/kit";
import fc from "fast-check";

import { cast, keyed, startPeople, type People } from "../testing/startPeople";
import { AccountingKind } from "./accounting.enums";
import { dueOn } from "./accounting.rules";
import { isExempt } from "./disclosure.rules";

const roles = cast();
const { officer, privacyOfficer, socialWorker, county, plymouth } = roles;

let people: People;
let ids: { personId: string; recordId: string };
beforeAll(async () => {
  people = await startPeople();
});
beforeEach(async () => {
  ids = await people.register(officer, { names: [{ given: "Robin", family: "Testperson" }] });
  people.audits.disclosed = {};
});
afterAll(() => people.stop());

/** Says in the audit that somebody saw the person some years ago. */
async function seen(by: {
  agencyId: string | null;
  role?: string;
  purpose?: string;
  years?: number;
  outcome?: string;
}) {
  const { agencyId, role = "SOCIAL_WORKER", purpose = "COC", years = 0, outcome = "SUCCESS" } = by;
  await people.owner(
    `INSERT INTO audit_entry (id, recorded_at, request_id, viewer_id, viewer_role, agency_id, client, purpose, operation,
       action, subjects, record_ids, fields, basis, withheld, outcome)
     VALUES (gen_random_uuid(), now() - make_interval(years => $2) + interval '1 day' * sign($2), 'r', gen_random_uuid(), $3, $4, 'c', $5, 'o',
       'READ', '{}', ARRAY[$1]::uuid[], '{Person.names}', '{STATUTE}', '{}', $6)`,
    [ids.recordId, years, role, agencyId, purpose, outcome],
  );
}

const query = `query ($id: ID!, $years: Int) { person(id: $id) { disclosures(years: $years) {
  recipientAgency { id } recipientRole purpose fields count exempt slice firstAt lastAt } } }`;

const disclosures = async (years = 6) =>
  (await people.data(privacyOfficer, query, { id: ids.personId, years })).person.disclosures as readonly {
    readonly recipientAgency: { readonly id: string };
    readonly recipientRole: string;
    readonly count: number;
    readonly exempt: boolean;
  }[];

const toPlymouth = async () => (await disclosures()).filter(({ recipientAgency }) => recipientAgency.id === plymouth);

test("L7, L8: what another agency saw is disclosed, summarised per recipient and purpose; what the own agency saw is not", async () => {
  await seen({ agencyId: plymouth });
  await seen({ agencyId: plymouth });
  await seen({ agencyId: officer.agencyId });
  await seen({ agencyId: plymouth, outcome: "DENIED" });
  expect(await toPlymouth()).toMatchObject([
    { recipientRole: "SOCIAL_WORKER", purpose: "COC", fields: ["Person.names"], count: 2, slice: "people" },
  ]);
  expect((await disclosures()).map(({ recipientAgency }) => recipientAgency.id)).not.toContain(officer.agencyId);
});

test("L7, L8: an accounting goes back three or six years, as is asked, and never further", async () => {
  await seen({ agencyId: plymouth, purpose: "PUBHLTH", years: 2 });
  await seen({ agencyId: plymouth, purpose: "HRESCH", years: 5 });
  await seen({ agencyId: plymouth, purpose: "HMARKT", years: 7 });
  expect(await toPlymouth()).toHaveLength(2);
  expect((await disclosures(3)).filter(({ recipientAgency }) => recipientAgency.id === plymouth)).toHaveLength(1);
  const { errors } = await people.run(privacyOfficer, query, { id: ids.personId, years: 7 });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argumentName: "years" });
});

test("L8: treatment, payment and operations and what was authorised are flagged; police by no purpose that they state", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("COC", "TREAT", "HPAYMT", "HOPERAT", "HLEGAL", "PUBHLTH"),
      fc.constantFrom("OFFICER", "DISPATCHER", "SOCIAL_WORKER", "PROVIDER"),
      fc.constantFrom<string[]>([], ["CONSENT"], ["STATUTE"], ["CONSENT", "STATUTE"]),
      (purpose, role, basis) => {
        const line = { agencyId: null, organizationId: null, firstAt: "", lastAt: "", count: 1, fields: [] };
        const police = ["OFFICER", "DISPATCHER"].includes(role);
        const care = ["COC", "TREAT", "HPAYMT", "HOPERAT"].includes(purpose);
        const authorised = basis.join() === "CONSENT";
        expect(isExempt({ ...line, role, purpose, basis })).toBe(authorised || (care && !police));
      },
    ),
  );
});

const request = `mutation ($input: RequestAccountingInput!) { requestAccounting(input: $input) {
  accountingRequest { kind requestedOn dueOn recordedBy { id } } userErrors { code field } } }`;

test.each([
  ["L7", "INTERMEDIARY", "2026-03-31"],
  ["L8", "HIPAA", "2026-04-30"],
])("%s: a request by the law %s has its clock", async (_rule, kind, due) => {
  const input = keyed({ personId: ids.personId, kind, requestedOn: "2026-03-01" });
  const { requestAccounting } = await people.data(privacyOfficer, request, { input });
  expect(requestAccounting).toEqual({
    accountingRequest: { kind, requestedOn: "2026-03-01", dueOn: due, recordedBy: { id: privacyOfficer.id } },
    userErrors: [],
  });
  const { person } = await people.data(
    privacyOfficer,
    "query ($id: ID!) { person(id: $id) { accountingRequests { dueOn } } }",
    { id: ids.personId },
  );
  expect(person.accountingRequests).toEqual([{ dueOn: due }]);
});

test("L7: thirty days over the ends of months and years", () => {
  expect(dueOn(AccountingKind.INTERMEDIARY, "2027-12-15")).toBe("2028-01-14");
});

/** Asks for the accounting of 42 CFR 2.25. */
const askedOfPart2 = async (requestedOn: string) =>
  (
    await people.data(privacyOfficer, request, {
      input: keyed({ personId: ids.personId, kind: "PART_2", requestedOn }),
    })
  ).requestAccounting;

const notInForce = { accountingRequest: null, userErrors: [{ code: "NOT_ALLOWED", field: ["input", "kind"] }] };

test("L9: the accounting of 42 CFR 2.25 is refused until the county has recorded from which day it is in force", async () => {
  const start = (viewer: ViewerClaims, inForceFrom: string) =>
    people.act(viewer, "recordAccountingStart {}", { inForceFrom, citation: "A revised rule" });
  expect(await askedOfPart2("2026-03-01")).toEqual(notInForce);
  await start({ ...privacyOfficer, agencyId: randomUUID() }, "2026-01-01");
  expect(await askedOfPart2("2026-03-01")).toEqual(notInForce);
  await start(privacyOfficer, "2026-03-01");
  expect(await askedOfPart2("2026-02-28")).toEqual(notInForce);
  expect(await askedOfPart2("2026-03-01")).toMatchObject({
    accountingRequest: { dueOn: "2026-04-30" },
    userErrors: [],
  });
  await start(privacyOfficer, "2099-01-01");
  expect(await askedOfPart2("2026-03-01")).toEqual(notInForce);
});

test("L9: nobody but a privacy officer records that day", async () => {
  const { supervisor, administrator } = roles;
  const document =
    "mutation ($input: RecordAccountingStartInput!) { recordAccountingStart(input: $input) { userErrors { code } } }";
  for (const viewer of [officer, socialWorker, supervisor, administrator]) {
    const { errors } = await people.run(viewer, document, {
      input: keyed({ inForceFrom: "2026-01-01", citation: "A rule" }),
    });
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  }
});

const suspend = `mutation ($input: SuspendAccountingInput!) { suspendAccounting(input: $input) {
  accountingSuspension { statement endsAt recipientAgency { id } } userErrors { code field } } }`;

const suspended = async (more: object) =>
  (
    await people.data(privacyOfficer, suspend, {
      input: keyed({ personId: ids.personId, recipientAgencyId: plymouth, official: "Badge 17", ...more }),
    })
  ).suspendAccounting;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

test("L8: what an official had suspended is left out until the end, and nothing else is", async () => {
  await seen({ agencyId: plymouth });
  await seen({ agencyId: county });
  const { accountingSuspension } = await suspended({ statement: "WRITTEN", endsAt: inDays(90).toISOString() });
  expect(accountingSuspension).toMatchObject({ statement: "WRITTEN", recipientAgency: { id: plymouth } });
  expect((await disclosures()).map(({ recipientAgency }) => recipientAgency.id)).toEqual(
    expect.not.arrayContaining([plymouth]),
  );
  expect((await disclosures()).map(({ recipientAgency }) => recipientAgency.id)).toContain(county);
  await people.owner(
    "UPDATE accounting_suspension SET recorded_at = now() - interval '91 days', ends_at = clock_timestamp() WHERE record_id = $1",
    [ids.recordId],
  );
  expect(await toPlymouth()).toHaveLength(1);
});

test("L8: an oral suspension ends by itself after thirty days, whatever was asked", async () => {
  const { accountingSuspension } = await suspended({ statement: "ORAL" });
  expect(Math.abs(Date.parse(accountingSuspension.endsAt as string) - inDays(30).getTime())).toBeLessThan(60_000);
  expect(await suspended({ statement: "ORAL", endsAt: inDays(31).toISOString() })).toEqual({
    accountingSuspension: null,
    userErrors: [{ code: "INVALID", field: ["input", "endsAt"] }],
  });
  expect(await suspended({ statement: "WRITTEN" })).toMatchObject({ userErrors: [{ code: "REQUIRED" }] });
  await expect(
    people.owner(
      `INSERT INTO accounting_suspension (id, record_id, source_agency_id, recorded_by, recipient_agency_id, statement, official, ends_at)
       VALUES (gen_random_uuid(), $1, $2, gen_random_uuid(), $2, 'ORAL', 'x', now() + interval '31 days')`,
      [ids.recordId, officer.agencyId],
    ),
  ).rejects.toMatchObject({ code: "23514" });
});

test("who is no privacy officer neither reads, asks for nor suspends an accounting", async () => {
  for (const viewer of [officer, socialWorker, roles.supervisor]) {
    const asked = await people.run(viewer, query, { id: ids.personId });
    const input = keyed({ personId: ids.personId, kind: "HIPAA", requestedOn: "2026-03-01" });
    const acted = await people.run(viewer, request, { input });
    for (const { errors } of [asked, acted])
      expect(errors?.map(({ extensions }) => extensions?.["code"])).toEqual(["FORBIDDEN"]);
  }
});

test("a person whom the privacy officer does not see and one who does not exist are one answer", async () => {
  const ask = async (viewer: typeof privacyOfficer, personId: string) =>
    (await people.data(viewer, request, { input: keyed({ personId, kind: "HIPAA", requestedOn: "2026-03-01" }) }))
      .requestAccounting;
  const stranger = { ...privacyOfficer, agencyId: randomUUID(), serves: [] };
  expect(await ask(stranger, ids.personId)).toEqual(await ask(privacyOfficer, randomUUID()));
});
