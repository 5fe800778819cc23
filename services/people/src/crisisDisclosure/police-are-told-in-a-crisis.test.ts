import { randomUUID } from "node:crypto";

import { Role } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";

import { cast, startPeople, type People } from "../testing/startPeople";

const roles = cast();
const { brooklyn, otherOfficer, socialWorker, supervisor, provider, administrator, privacyOfficer } = roles;
const officer = { ...roles.officer, purpose: "ETREAT" };
const colleague = testViewer(Role.OFFICER, { agencyId: brooklyn, purpose: "ETREAT" });
let people: People;
let ids: { personId: string; recordId: string };

beforeAll(async () => {
  people = await startPeople();
  people.agenciesWithPolicy.add(brooklyn);
  ids = await people.register(roles.officer, { names: [{ given: "Chris", family: "Testperson" }] });
  const { personId } = ids;
  const contact = { personId, name: "Theo Example", phone: "612 555 0142", role: "THERAPIST" };
  await people.act(socialWorker, "recordCareContact { crisisPlan { strategies } }", contact);
  const strategy = { personId, strategy: "Speak softly; no sirens" };
  await people.act(socialWorker, "recordCrisisStrategy { crisisPlan { strategies } }", strategy);
});
afterAll(() => people.stop());

const plan = {
  careContacts: [{ name: "Theo Example", phone: "612 555 0142", role: "THERAPIST" }],
  strategies: ["Speak softly; no sirens"],
};
const shown = `crisisDisclosure { id state expiresAt notifyClientBy clientNotifiedAt
  plan { careContacts { name phone role } strategies } person { id } }`;
const statement = { crisis: "Threatens to jump", necessity: "To talk the person down safely" };

const request = async (viewer = officer, personId = ids.personId) =>
  await people.act(viewer, `requestCrisisDisclosure { ${shown} }`, { personId, ...statement });
const authorize = async (disclosureId: string, more: object = {}) =>
  await people.act(privacyOfficer, `authorizeCrisisDisclosure { ${shown} }`, { disclosureId, ...more });
const read = async (viewer: typeof officer, id: string) =>
  (await people.data(viewer, `query ($id: ID!) { crisisDisclosure(id: $id) { ${shown.slice(19, -1)} } }`, { id }))
    .crisisDisclosure;
const opened = async (): Promise<string> => {
  const { id } = (await request()).crisisDisclosure;
  await authorize(id);
  return id;
};

test("L15: nothing is shown until the responsible authority has authorized it; then contacts and strategies alone", async () => {
  const { crisisDisclosure, codes } = await request();
  expect(codes).toEqual([]);
  expect(crisisDisclosure).toMatchObject({
    state: "REQUESTED",
    plan: null,
    expiresAt: null,
    person: { id: ids.personId },
  });
  await authorize(crisisDisclosure.id);
  const disclosed = await read(officer, crisisDisclosure.id);
  expect(disclosed).toMatchObject({ state: "OPEN", plan });
  const hours = (instant: string) => Math.round((Date.parse(instant) - Date.now()) / 3_600_000);
  expect([hours(disclosed.expiresAt), hours(disclosed.notifyClientBy)]).toEqual([4, 72]);
  const fields = await people.data(officer, `{ __type(name: "CrisisPlan") { fields { name } } }`);
  expect(fields.__type.fields).toEqual([{ name: "careContacts" }, { name: "strategies" }]);
});

test("L15: at the instant at which the time is over, a second read shows nothing", async () => {
  const id = await opened();
  expect((await read(officer, id)).plan).toEqual(plan);
  await people.owner(
    "UPDATE crisis_decision SET decided_at = now() - interval '4 hours', expires_at = clock_timestamp() WHERE disclosure_id = $1",
    [id],
  );
  expect(await read(officer, id)).toMatchObject({ state: "OVER", plan: null });
});

test("L15: what was disclosed is for who asked, and for no other purpose", async () => {
  const id = await opened();
  expect(await read({ ...officer, purpose: "HLEGAL" }, id)).toMatchObject({ state: "OPEN", plan: null });
  expect(await read({ ...officer, agencyId: roles.plymouth }, id)).toMatchObject({ plan: null });
  for (const viewer of [colleague, otherOfficer, socialWorker, supervisor, provider, administrator])
    expect(await read(viewer, id)).toBeNull();
  expect(await read({ ...privacyOfficer, serves: [] }, id)).toBeNull();
  expect(await read(privacyOfficer, id)).toMatchObject({ state: "OPEN", plan: null });
});

test("L15: an agency without a recorded 626.8477 policy, and another purpose than a crisis, are refused", async () => {
  expect((await request(roles.officer)).codes).toEqual(["NOT_ALLOWED"]);
  const elsewhere = await people.register(otherOfficer, { names: [{ given: "Else", family: "Testperson" }] });
  expect((await request({ ...otherOfficer, purpose: "ETREAT" }, elsewhere.personId)).codes).toEqual(["NOT_ALLOWED"]);
});

test("L15: a person who does not exist and one whom the viewer may not know get the same answer", async () => {
  const elsewhere = await people.register(otherOfficer, { names: [{ given: "Else", family: "Testperson" }] });
  const { userErrors: forbidden } = await request(officer, elsewhere.personId);
  const { userErrors: absent } = await request(officer, randomUUID());
  expect(forbidden).toEqual(absent);
  expect(forbidden).toMatchObject([{ code: "NOT_FOUND" }]);
});

test("L15: only privacy officers decide, once, and on requests of the last 24 hours", async () => {
  const { id } = (await request()).crisisDisclosure;
  const document =
    "mutation ($input: AuthorizeCrisisDisclosureInput!) { authorizeCrisisDisclosure(input: $input) { userErrors { code } } }";
  for (const viewer of [officer, socialWorker, supervisor]) {
    const { errors } = await people.run(viewer, document, {
      input: { idempotencyKey: randomUUID(), disclosureId: id },
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
  }
  expect((await authorize(id, { hours: 25 })).codes).toEqual(["INVALID"]);
  const declined = await people.act(privacyOfficer, `declineCrisisDisclosure { ${shown} }`, { disclosureId: id });
  expect(declined.crisisDisclosure).toMatchObject({ state: "DECLINED", plan: null });
  expect((await authorize(id)).codes).toEqual(["ILLEGAL_TRANSITION"]);
  expect(await read(officer, id)).toMatchObject({ state: "DECLINED", plan: null });
  const late = (await request()).crisisDisclosure;
  await people.owner("UPDATE crisis_disclosure SET requested_at = now() - interval '25 hours' WHERE id = $1", [
    late.id,
  ]);
  expect((await authorize(late.id)).codes).toEqual(["INVALID"]);
  expect((await authorize(randomUUID())).codes).toEqual(["NOT_FOUND"]);
});

test("L15: who was told what of whom is on record, and that the client was told", async () => {
  const requestId = randomUUID();
  const id = await opened();
  await read({ ...officer, requestId }, id);
  const [entry] = await people.owner(
    "SELECT viewer_id, subjects, record_ids, basis, purpose FROM audit_entry WHERE request_id = $1",
    [requestId],
  );
  expect(entry).toMatchObject({ viewer_id: officer.id, record_ids: [ids.recordId], purpose: "ETREAT" });
  expect(entry).toMatchObject({
    subjects: { CrisisDisclosure: [id], CrisisPlan: [id] },
    basis: expect.arrayContaining(["CRISIS"]),
  });
  const notify = async (notifiedAt: string) =>
    await people.act(officer, `recordClientNotified { ${shown} }`, { disclosureId: id, notifiedAt });
  expect((await notify("2199-01-01T00:00:00Z")).codes).toEqual(["INVALID"]);
  const told = "2026-01-05T15:00:00.000Z";
  expect((await notify(told)).crisisDisclosure).toMatchObject({ clientNotifiedAt: told });
  expect((await notify(told)).codes).toEqual(["ILLEGAL_TRANSITION"]);
  const events = await people.owner("SELECT type, payload FROM outbox WHERE entity_id = $1 ORDER BY sequence", [id]);
  expect(events).toEqual(
    ["requested", "authorized", "client_notified"].map((what) => ({
      type: `crisis_disclosure.${what}`,
      payload: { crisisDisclosureId: id },
    })),
  );
});

test("L15: the plan itself is for the welfare side; police and providers get nothing of it by asking", async () => {
  await opened();
  const query = "query ($id: ID!) { crisisPlan(personId: $id) { careContacts { name phone role } strategies } }";
  const seenBy = async (viewer: typeof officer, id = ids.personId) =>
    (await people.data(viewer, query, { id })).crisisPlan;
  for (const viewer of [socialWorker, supervisor, privacyOfficer]) expect(await seenBy(viewer)).toEqual(plan);
  for (const viewer of [officer, provider, administrator]) expect(await seenBy(viewer)).toBeNull();
  expect(await seenBy({ ...socialWorker, serves: [] })).toBeNull();
  expect(await seenBy(socialWorker, randomUUID())).toBeNull();
});

test("L15: privacy officers find what waits for them", async () => {
  const { id } = (await request()).crisisDisclosure;
  const query = "{ crisisDisclosures(undecided: true, first: 100) { totalCount edges { node { id state } } } }";
  const idsOf = async (viewer: typeof officer) =>
    (await people.data(viewer, query)).crisisDisclosures.edges.map(({ node }: { node: { id: string } }) => node.id);
  expect(await idsOf(privacyOfficer)).toContain(id);
  expect(await idsOf(officer)).toContain(id);
  expect(await idsOf(colleague)).toEqual([]);
  await authorize(id);
  expect(await idsOf(privacyOfficer)).not.toContain(id);
});
