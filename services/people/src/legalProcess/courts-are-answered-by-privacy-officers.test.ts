import { randomUUID } from "node:crypto";

import { cast, keyed, startPeople, type People } from "../testing/startPeople";

const { officer, otherOfficer, dispatcher, socialWorker, supervisor, administrator, privacyOfficer, provider } = cast();
let people: People;
let ids: { personId: string; recordId: string };

beforeAll(async () => {
  people = await startPeople();
  ids = await people.register(officer, { names: [{ given: "Court", family: "Testperson" }] });
});
afterAll(() => people.stop());

const shown = "legalProcess { id kind number dueOn disclosed answer answeredAt person { id } }";
const process = {
  kind: "SUBPOENA",
  issuer: "District Court, Fourth Judicial District",
  number: "27-CR-26-2",
  scope: "Dates of contacts in 2025",
  receivedOn: "2026-03-02",
  dueOn: "2026-03-20",
};
const record = async (viewer = privacyOfficer, input: object = {}) =>
  await people.act(viewer, `recordLegalProcess { ${shown} }`, { personId: ids.personId, ...process, ...input });

test("L6: an order or subpoena is recorded and answered by the privacy officer, and opens no record to anybody", async () => {
  const query = "query ($id: ID!) { person(id: $id) { names { text } } }";
  const seen = async () => await people.data(otherOfficer, query, { id: ids.personId });
  expect(await seen()).toEqual({ person: null });
  const { legalProcess } = await record();
  expect(legalProcess).toMatchObject({ number: "27-CR-26-2", disclosed: null, person: { id: ids.personId } });
  const answer = { processId: legalProcess.id, disclosed: false, answer: "Refused: 42 CFR 2.61 asks for an order" };
  const answered = await people.act(privacyOfficer, `answerLegalProcess { ${shown} }`, answer);
  expect(answered.legalProcess).toMatchObject({ disclosed: false, answer: answer.answer });
  expect((await people.act(privacyOfficer, `answerLegalProcess { ${shown} }`, answer)).codes).toEqual([
    "ILLEGAL_TRANSITION",
  ]);
  expect(await seen()).toEqual({ person: null });
});

test("L6: nobody else records, answers or reads one; absent and forbidden are one answer", async () => {
  const { legalProcess } = await record();
  const document =
    "mutation ($input: RecordLegalProcessInput!) { recordLegalProcess(input: $input) { userErrors { code } } }";
  for (const viewer of [officer, dispatcher, socialWorker, supervisor, administrator, provider]) {
    const input = keyed({ personId: ids.personId, ...process });
    expect((await people.run(viewer, document, { input })).errors?.[0]?.extensions).toMatchObject({
      code: "FORBIDDEN",
    });
    expect((await people.data(viewer, "{ legalProcesses { totalCount } }")).legalProcesses.totalCount).toBe(0);
  }
  const blind = { ...privacyOfficer, serves: [] };
  const forbidden = (await record(blind)).userErrors;
  expect(forbidden).toEqual((await record(privacyOfficer, { personId: randomUUID() })).userErrors);
  const answer = { processId: legalProcess.id, disclosed: true, answer: "Handed over" };
  expect((await people.act(blind, `answerLegalProcess { ${shown} }`, answer)).codes).toEqual(["NOT_FOUND"]);
});

test("626.557, 260E: what a statute has told is a recorded action, with its statute", async () => {
  const duty = { kind: "STATUTE", issuer: "Common entry point", number: "Minn. Stat. 626.557", dueOn: null };
  expect((await record(privacyOfficer, duty)).legalProcess).toMatchObject({ kind: "STATUTE", dueOn: null });
  expect((await record(privacyOfficer, { dueOn: "2026-03-01" })).codes).toEqual(["INVALID"]);
  const requestId = randomUUID();
  await record({ ...privacyOfficer, requestId }, duty);
  const [entry] = await people.owner(
    "SELECT record_ids, basis FROM audit_entry WHERE request_id = $1 AND action = 'recordLegalProcess'",
    [requestId],
  );
  expect(entry).toEqual({ record_ids: [ids.recordId], basis: ["STATUTE"] });
});
