import { randomUUID } from "node:crypto";

import { cast, startPeople, type People } from "../testing/startPeople";
import { printDataAnswer } from "./printDataAnswer";

const { officer, dispatcher, socialWorker, supervisor, privacyOfficer, provider } = cast();
let people: People;
let ids: { personId: string; recordId: string };

beforeAll(async () => {
  people = await startPeople();
  ids = await people.register(officer, {
    names: [{ given: "Holds", family: "Testperson" }],
    phones: [{ number: "612 555 0188" }],
    addresses: [{ kind: "HOME", address1: "3 Example St", city: "Exampleton" }],
  });
  const strategy = { personId: ids.personId, strategy: "Speak softly" };
  await people.act(socialWorker, "recordCrisisStrategy { crisisPlan { strategies } }", strategy);
});
afterEach(() => Object.assign(people.holdings, { lastActivityAt: null, items: [] }));
afterAll(() => people.stop());

const query =
  "query ($id: ID!) { dataAnswer(personId: $id) { holdings { kind occurredAt details { label value } } disclosures { recipientRole purpose count } html } }";
const answer = async (viewer = privacyOfficer, id = ids.personId) =>
  (await people.data(viewer, query, { id })).dataAnswer;

test("13.04 subd. 3: the answer holds what every slice holds, as data and as a page to print", async () => {
  people.holdings.items = [
    {
      kind: "Call for service",
      occurredAt: "2026-03-02T15:00:00.000Z",
      details: [{ label: "Incident", value: "24-0001 <b>" }],
    },
  ];
  const { holdings, html } = await answer();
  expect(holdings.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
    "Call for service",
    "What an agency has recorded of you",
    "What helps you in a crisis",
  ]);
  for (const text of ["Holds Testperson", "612 555 0188", "3 Example St", "Speak softly", "24-0001 &#60;b&#62;"])
    expect(html).toContain(text);
  expect(html).not.toContain("<b>");
});

test("13.04: the answer says to whom of other agencies data went", async () => {
  await people.data(socialWorker, "query ($id: ID!) { person(id: $id) { names { text } } }", { id: ids.personId });
  const { disclosures, html } = await answer();
  expect(disclosures).toContainEqual(expect.objectContaining({ recipientRole: "SOCIAL_WORKER", purpose: "COC" }));
  expect(html).toContain("SOCIAL_WORKER, purpose COC");
});

test("13.04: it is for privacy officers who see the person; absent and forbidden are one answer", async () => {
  for (const viewer of [officer, dispatcher, socialWorker, supervisor, provider])
    expect(await answer(viewer)).toBeNull();
  expect(await answer({ ...privacyOfficer, serves: [] })).toBeNull();
  expect(await answer(privacyOfficer, randomUUID())).toBeNull();
});

test("13.04: preparing the answer is audited", async () => {
  const requestId = randomUUID();
  await answer({ ...privacyOfficer, requestId });
  const [entry] = await people.owner<{ record_ids: string[] }>(
    "SELECT record_ids FROM audit_entry WHERE request_id = $1",
    [requestId],
  );
  expect(entry?.record_ids).toContain(ids.recordId);
});

test("nothing that is held can put anything but text on the page", () => {
  const hostile = `<script>alert("x")</script>&'`;
  const holdings = [{ kind: hostile, occurredAt: new Date(0), details: [{ label: hostile, value: hostile }] }];
  const html = printDataAnswer({ name: hostile, preparedAt: new Date(0), holdings, disclosures: [] });
  expect(html).not.toContain("<script");
  expect(html.match(/&#60;script&#62;/g)).toHaveLength(5);
});
