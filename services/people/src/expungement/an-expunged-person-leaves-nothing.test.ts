import { randomUUID } from "node:crypto";

import { Role } from "@corespond/kit";
import { plantedTexts, testViewer } from "@corespond/kit/testing";
import fc from "fast-check";

import { seedRecord, type SeededRecord } from "../testing/seedRecord";
import { cast, startPeople, type People } from "../testing/startPeople";

const roles = cast();
const { brooklyn, plymouth, county, socialWorker, privacyOfficer, officer } = roles;
const authority = "Order 27-CR-26-1 of the District Court";
let people: People;

beforeAll(async () => {
  people = await startPeople();
  people.agenciesWithPolicy.add(brooklyn);
});
afterEach(() => Object.assign(people.holdings, { lastActivityAt: null, items: [] }));
afterAll(() => people.stop());

const expunge = async (personId: string, viewer = privacyOfficer) =>
  await people.act(viewer, "expungePerson { records }", { personId, authority });

/** A person with so many records of an agency, and words of theirs wherever this slice keeps any. */
const planted = async (agencyIds: string[]): Promise<readonly SeededRecord[]> => {
  const personId = randomUUID();
  const records: SeededRecord[] = [];
  for (const agencyId of agencyIds) records.push(await seedRecord(people, { personId, agencyId }));
  const [{ mark }] = records as [SeededRecord];
  const worker = { ...socialWorker, serves: agencyIds };
  await people.act(worker, "recordCareContact { crisisPlan { strategies } }", {
    personId,
    name: mark,
    phone: mark,
    role: "OTHER",
  });
  await people.act(worker, "recordCrisisStrategy { crisisPlan { strategies } }", { personId, strategy: mark });
  const inCrisis = { ...officer, agencyId: agencyIds[0] ?? "", purpose: "ETREAT" };
  people.agenciesWithPolicy.add(inCrisis.agencyId);
  await people.act(inCrisis, "requestCrisisDisclosure { crisisDisclosure { id } }", {
    personId,
    crisis: mark,
    necessity: mark,
  });
  const stranger = testViewer(Role.SOCIAL_WORKER, { agencyId: randomUUID(), serves: [] });
  const opened = await people.act(stranger, "breakGlass { breakGlass { id } }", {
    personId,
    reasonCode: "BTG",
    reasonText: mark,
  });
  const review = { breakGlassId: opened.breakGlass.id, finding: "JUSTIFIED", note: mark };
  await people.act(
    { ...privacyOfficer, agencyId: stranger.agencyId },
    "reviewBreakGlass { breakGlass { id } }",
    review,
  );
  const keeper = { ...privacyOfficer, serves: agencyIds };
  const hold = await people.act(keeper, "placeLegalHold { legalHold { id } }", {
    personId,
    authority: mark,
    reason: mark,
  });
  const release = { holdId: hold.legalHold.id, authority: mark };
  await people.act(keeper, "releaseLegalHold { legalHold { id } }", release);
  const process = { personId, kind: "SUBPOENA", issuer: mark, number: mark, scope: mark, receivedOn: "2026-03-02" };
  const { legalProcess } = await people.act(keeper, "recordLegalProcess { legalProcess { id } }", process);
  const refusal = { processId: legalProcess.id, disclosed: false, answer: mark };
  await people.act(keeper, "answerLegalProcess { legalProcess { id } }", refusal);
  const request = { personId, kind: "CORRECTION", statement: mark, receivedOn: "2026-03-02" };
  const { dataRequest } = await people.act(keeper, "recordDataRequest { dataRequest { id } }", request);
  const answer = { requestId: dataRequest.id, outcome: "DENIED", explanation: mark, statementOfDisagreement: mark };
  await people.act(keeper, "answerDataRequest { dataRequest { id } }", answer);
  return records;
};

test("L21: whatever records a person has, after an expungement no table holds a word of them, and no golden person is left", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(brooklyn, plymouth, county), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (agencyIds, redirected) => {
        const records = await planted(agencyIds);
        const [{ personId, mark }] = records as [SeededRecord];
        const before = await plantedTexts(people, mark);
        expect(before.length).toBeGreaterThan(14);
        const merged = randomUUID();
        if (redirected) await people.owner("INSERT INTO person (id, redirect_to) VALUES ($1, $2)", [merged, personId]);
        const { records: removed, userErrors } = await expunge(redirected ? merged : personId);
        expect({ removed, userErrors }).toEqual({ removed: agencyIds.length, userErrors: [] });
        for (const record of records) {
          expect(await plantedTexts(people, record.mark)).toEqual([]);
          const tables = (await plantedTexts(people, record.id)).map(({ table }) => table);
          expect(["audit_entry,outbox", "outbox", "audit_entry,idempotency,outbox"]).toContain(tables.join(","));
        }
        expect(await people.owner("SELECT id FROM person WHERE id IN ($1, $2)", [personId, merged])).toEqual([]);
        const orphans = `SELECT p.id FROM person p WHERE p.redirect_to IS NULL AND NOT EXISTS (SELECT FROM person_record r WHERE r.person_id = p.id)`;
        expect(await people.owner(orphans)).toEqual([]);
      },
    ),
    { numRuns: 6 },
  );
});

test("L21: every way to an expunged person leads to nobody, as to one who never was", async () => {
  const [{ personId, id, mark }] = (await planted([brooklyn])) as unknown as [SeededRecord];
  await expunge(personId);
  const query = `query ($id: ID!, $recordId: ID!, $r: [_Any!]!, $name: String) {
    person(id: $id) { id } personRecord(id: $recordId) { id } searchPersons(name: $name) { person { id } }
    _entities(representations: $r) { ... on Person { id } ... on PersonRecord { id } } }`;
  const r = [
    { __typename: "Person", id: personId },
    { __typename: "Person", recordId: id },
    { __typename: "PersonRecord", id },
  ];
  for (const viewer of [officer, socialWorker, privacyOfficer]) {
    const found = await people.data(viewer, query, { id: personId, recordId: id, r, name: `Synthetic ${mark}` });
    expect(found).toEqual({ person: null, personRecord: null, searchPersons: [], _entities: [null, null, null] });
  }
  const { userErrors: again } = await expunge(personId);
  expect(again).toEqual((await expunge(randomUUID())).userErrors);
});

test("L21: the other slices are told the ids, and what remains is who removed how much on what authority", async () => {
  const [{ personId, id }] = (await planted([brooklyn])) as unknown as [SeededRecord];
  await expunge(personId);
  const told = await people.owner("SELECT payload FROM outbox WHERE type = 'person.expunged' AND entity_id = $1", [
    personId,
  ]);
  expect(told).toEqual([{ payload: { recordIds: [id] } }]);
  const [kept] = await people.owner(
    "SELECT authority, performed_by FROM expungement WHERE record_hashes = ARRAY[encode(sha256(convert_to($1, 'UTF8')), 'hex')]",
    [id],
  );
  expect(kept).toEqual({ authority, performed_by: privacyOfficer.id });
});

test("L21: a legal hold on any record of the person keeps all of them, also from who may not know of it", async () => {
  const [{ personId }, other] = (await planted([brooklyn, plymouth])) as unknown as [SeededRecord, SeededRecord];
  const elsewhere = { ...privacyOfficer, agencyId: plymouth, serves: [] };
  const held = { personId, authority: "Subpoena 7", reason: "Trial" };
  const { legalHold } = await people.act(elsewhere, "placeLegalHold { legalHold { id releasedAt } }", held);
  expect(legalHold.releasedAt).toBeNull();
  const blind = { ...privacyOfficer, serves: [brooklyn] };
  const seen = await people.data(blind, "{ legalHolds(first: 100) { edges { node { id } } } }");
  expect(JSON.stringify(seen)).not.toContain(legalHold.id);
  expect((await expunge(personId, blind)).codes).toEqual(["NOT_ALLOWED"]);
  await people.act(elsewhere, "releaseLegalHold { legalHold { id } }", { holdId: legalHold.id, authority: "Order 8" });
  expect((await expunge(personId, blind)).records).toBe(1);
  expect(await people.owner("SELECT id FROM person_record WHERE person_id = $1", [personId])).toEqual([
    { id: other.id },
  ]);
});

test("L19, L21: the county's retention rule keeps records until its years have passed since the last activity in any slice", async () => {
  const other = { ...privacyOfficer, agencyId: randomUUID(), serves: [brooklyn] };
  const [{ personId, id }] = (await planted([brooklyn])) as unknown as [SeededRecord];
  await people.act(other, "recordRetentionRule {}", { keepYears: 6, source: "County schedule HUM 01" });
  const kept = await expunge(personId, other);
  expect(kept.userErrors).toMatchObject([{ code: "NOT_ALLOWED", field: ["input", "personId"] }]);
  await age([id], 7);
  people.holdings.lastActivityAt = new Date(Date.now() - 86_400_000).toISOString();
  expect((await expunge(personId, other)).codes).toEqual(["NOT_ALLOWED"]);
  people.holdings.lastActivityAt = null;
  expect((await expunge(personId, other)).records).toBe(1);
});

test("L19: a purge removes nothing without a rule, nothing that a rule or a hold keeps, and the rest", async () => {
  const own = { ...privacyOfficer, agencyId: randomUUID(), serves: [] };
  const [old, held, fresh] = [
    await planted([own.agencyId]),
    await planted([own.agencyId]),
    await planted([own.agencyId]),
  ];
  const idsOf = (records: readonly SeededRecord[]) => records.map(({ id }) => id);
  await age([...idsOf(old), ...idsOf(held)], 7);
  await people.act(own, "placeLegalHold { legalHold { id } }", {
    personId: held[0]?.personId,
    authority: "Order 9",
    reason: "Trial",
  });
  await age(idsOf(held), 7);
  const purge = async (dryRun: boolean) =>
    (await people.act(own, "purgeExpiredRecords { persons }", { dryRun })).persons;
  expect(await purge(false)).toBe(0);
  await people.act(own, "recordRetentionRule {}", { keepYears: 6, source: "County schedule HUM 01" });
  expect(await purge(true)).toBe(1);
  people.holdings.lastActivityAt = new Date().toISOString();
  expect(await purge(false)).toBe(0);
  people.holdings.lastActivityAt = null;
  expect(await purge(false)).toBe(1);
  const left = await people.owner<{ id: string }>("SELECT id FROM person_record WHERE source_agency_id = $1", [
    own.agencyId,
  ]);
  expect(left.map(({ id }) => id).sort()).toEqual([...idsOf(held), ...idsOf(fresh)].sort());
});

test("L21: nobody but a privacy officer expunges, places holds or purges", async () => {
  const { supervisor, administrator, provider } = roles;
  const document = "mutation ($input: ExpungePersonInput!) { expungePerson(input: $input) { records } }";
  for (const viewer of [officer, socialWorker, supervisor, administrator, provider]) {
    const input = { idempotencyKey: randomUUID(), personId: randomUUID(), authority };
    const { errors } = await people.run(viewer, document, { input });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
    expect((await people.data(viewer, "{ legalHolds { totalCount } }")).legalHolds.totalCount).toBe(0);
  }
});

/** Makes everything that hangs on records so many years older. */
async function age(recordIds: readonly string[], years: number): Promise<void> {
  const dated = {
    person_record: "recorded_at",
    care_contact: "recorded_at",
    crisis_strategy: "recorded_at",
    crisis_disclosure: "requested_at",
    legal_hold: "placed_at",
    legal_process: "recorded_at",
    data_request: "recorded_at",
    statement_of_disagreement: "recorded_at",
  };
  for (const [table, column] of Object.entries(dated)) {
    const id = table === "person_record" ? "id" : "record_id";
    await people.owner(
      `UPDATE ${table} SET ${column} = ${column} - make_interval(years => $2) WHERE ${id} = ANY ($1)`,
      [recordIds, years],
    );
  }
}
