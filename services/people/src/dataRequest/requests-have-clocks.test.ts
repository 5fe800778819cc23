import fc from "fast-check";

import { cast, startPeople, type People } from "../testing/startPeople";
import { DataRequestKind } from "./dataRequestKind";
import { dueOn, isBusinessDay, legalHolidays } from "./dueOn";

const { officer, otherOfficer, socialWorker, privacyOfficer, provider, brooklyn } = cast();
let people: People;
let ids: { personId: string; recordId: string };

beforeAll(async () => {
  people = await startPeople();
  ids = await people.register(officer, { names: [{ given: "Asks", family: "Testperson" }] });
});
afterAll(() => people.stop());

const shown = "dataRequest { id kind receivedOn dueOn overdue outcome explanation answeredAt person { id } }";
const record = async (input: object) =>
  await people.act(privacyOfficer, `recordDataRequest { ${shown} }`, {
    personId: ids.personId,
    statement: "What do you hold about me?",
    ...input,
  });

test.each([
  ["a plain week", "2026-03-02", "2026-03-16"],
  ["a Saturday", "2026-03-07", "2026-03-20"],
  ["Thanksgiving", "2026-11-23", "2026-12-08"],
  ["Christmas and New Year's Day", "2026-12-21", "2027-01-06"],
  ["Independence Day kept on Friday", "2026-06-29", "2026-07-14"],
])("13.04 subd. 3: access is due 10 business days later, over %s", (_what, receivedOn, due) => {
  expect(dueOn(DataRequestKind.ACCESS, receivedOn)).toBe(due);
});

test("13.04 subd. 4: a correction is determined within 30 days", () => {
  expect(dueOn(DataRequestKind.CORRECTION, "2026-01-31")).toBe("2026-03-02");
});

test("645.44: a year has eleven holidays, each kept on a weekday", () => {
  expect(legalHolidays(2026).slice(0, 11).sort()).toEqual(
    [
      "2026-01-01",
      "2026-01-19",
      "2026-02-16",
      "2026-05-25",
      "2026-06-19",
      "2026-07-03",
      "2026-09-07",
      "2026-10-12",
    ].concat(["2026-11-11", "2026-11-26", "2026-12-25"]),
  );
});

test("13.04 subd. 3: whatever the day, exactly ten business days lie between, and the last is one", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }), (date) => {
      const receivedOn = date.toISOString().slice(0, 10);
      const due = dueOn(DataRequestKind.ACCESS, receivedOn);
      let days = 0;
      for (let at = date.getTime() + 86_400_000; new Date(at).toISOString().slice(0, 10) <= due; at += 86_400_000)
        if (isBusinessDay(new Date(at).toISOString().slice(0, 10))) days += 1;
      return days === 10 && isBusinessDay(due);
    }),
  );
});

test("13.04: a request stands in the queue of privacy officers with its clock, until it is answered", async () => {
  const { dataRequest } = await record({ kind: "ACCESS", receivedOn: "2026-03-02" });
  expect(dataRequest).toMatchObject({
    dueOn: "2026-03-16",
    overdue: true,
    outcome: null,
    person: { id: ids.personId },
  });
  const queue = async (viewer: typeof officer) =>
    JSON.stringify(await people.data(viewer, "{ dataRequests(first: 100) { edges { node { id } } } }"));
  expect(await queue(privacyOfficer)).toContain(dataRequest.id);
  for (const viewer of [officer, socialWorker, provider, { ...privacyOfficer, serves: [] }])
    expect(await queue(viewer)).not.toContain(dataRequest.id);
  const answer = { requestId: dataRequest.id, outcome: "GRANTED", explanation: "Handed over" };
  const answered = await people.act(privacyOfficer, `answerDataRequest { ${shown} }`, answer);
  expect(answered.dataRequest).toMatchObject({ overdue: false, outcome: "GRANTED", explanation: "Handed over" });
  expect(await queue(privacyOfficer)).not.toContain(dataRequest.id);
  expect((await people.act(privacyOfficer, `answerDataRequest { ${shown} }`, answer)).codes).toEqual([
    "ILLEGAL_TRANSITION",
  ]);
  expect((await record({ kind: "ACCESS", receivedOn: "2199-01-01" })).codes).toEqual(["INVALID"]);
});

test("13.04 subd. 4: a statement of disagreement goes with the record to whoever sees it, and to nobody else", async () => {
  const { dataRequest } = await record({ kind: "CORRECTION", receivedOn: "2026-03-02" });
  const statementOfDisagreement = "I never lived there";
  const denied = { requestId: dataRequest.id, outcome: "DENIED", explanation: "The address was confirmed" };
  const granted = { ...denied, outcome: "GRANTED", statementOfDisagreement };
  expect((await people.act(privacyOfficer, `answerDataRequest { ${shown} }`, granted)).codes).toEqual(["INVALID"]);
  await people.act(privacyOfficer, `answerDataRequest { ${shown} }`, { ...denied, statementOfDisagreement });
  const query = `query ($personId: ID!, $recordId: ID!) {
    person(id: $personId) { statementsOfDisagreement { statement } records { statementsOfDisagreement { statement } } }
    personRecord(id: $recordId) { statementsOfDisagreement { statement } } }`;
  const statementsOfDisagreement = [{ statement: statementOfDisagreement }];
  people.relations.recordIds = [ids.recordId];
  for (const viewer of [officer, socialWorker, privacyOfficer, provider])
    expect(await people.data(viewer, query, ids)).toEqual({
      person: { statementsOfDisagreement, records: [{ statementsOfDisagreement }] },
      personRecord: { statementsOfDisagreement },
    });
  expect(await people.data(otherOfficer, query, ids)).toEqual({ person: null, personRecord: null });
});

test("L14: who asks a person for data about themselves says what warning they gave; an officer who observed needs none", async () => {
  const names = [{ given: "Warned", family: "Testperson" }];
  const register = "registerPerson { personRecord { id } }";
  const warning = { version: "2026-1", language: "som", givenAt: "2026-03-02T15:00:00Z" };
  const asked = await people.act(socialWorker, register, { names, source: "SUBJECT" });
  expect(asked.userErrors).toMatchObject([{ code: "REQUIRED", field: ["input", "tennessenWarning"] }]);
  const future = { ...warning, givenAt: "2199-01-01T00:00:00Z" };
  expect(
    (await people.act(socialWorker, register, { names, source: "SUBJECT", tennessenWarning: future })).codes,
  ).toEqual(["INVALID"]);
  const foreign = { ...warning, language: "Somali" };
  expect(
    (await people.act(socialWorker, register, { names, source: "SUBJECT", tennessenWarning: foreign })).codes,
  ).toEqual(["INVALID"]);
  expect((await people.act(officer, register, { names, source: "OFFICER" })).codes).toEqual([]);
  expect((await people.act(officer, register, { names })).codes).toEqual([]);
  const { personRecord } = await people.act(officer, register, { names, source: "SUBJECT", tennessenWarning: warning });
  expect(
    await people.owner(
      "SELECT version, language, given_by, source_agency_id FROM tennessen_warning WHERE record_id = $1",
      [personRecord.id],
    ),
  ).toEqual([{ version: "2026-1", language: "som", given_by: officer.id, source_agency_id: brooklyn }]);
});
