import { randomUUID } from "node:crypto";

import { Role } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";

import { ConsentCategory, ConsentGiver, ConsentRegime } from "../consent/consent.enums";
import { loadConsents } from "../importers/loadConsents";
import { personFields } from "../testing/personFields";
import { cast, keyed, startPeople, type People } from "../testing/startPeople";

const roles = cast();
const { otherOfficer, privacyOfficer, county, plymouth } = roles;
/** A social worker of the county who serves another agency than the person's. */
const worker = () => testViewer(Role.SOCIAL_WORKER, { agencyId: county, serves: [roles.brooklyn] });
let people: People;
let ids: { personId: string; recordId: string };

beforeAll(async () => {
  people = await startPeople();
  ids = await people.register(otherOfficer, {
    names: [{ given: "Emma", family: "Testperson" }],
    phones: [{ number: "612 555 0177" }],
  });
  await loadConsents(people.slice.systemContext("test"), [
    {
      id: randomUUID(),
      recordId: ids.recordId,
      regime: ConsentRegime.PART_2,
      categories: [ConsentCategory.SUBSTANCE_USE],
      granteeAgencyIds: [county],
      granteeOrganizationIds: [],
      purpose: "TREAT",
      givenBy: ConsentGiver.SUBJECT,
      signedOn: "2026-01-02",
      effectiveFrom: "2026-01-02T06:00:00Z",
      expiresAt: null,
      revokedAt: null,
    },
  ]);
  const plymouths = { ...roles.socialWorker, serves: [plymouth] };
  const strategy = { personId: ids.personId, strategy: "Speak softly" };
  await people.act(plymouths, "recordCrisisStrategy { crisisPlan { strategies } }", strategy);
});
afterAll(() => people.stop());

const shown = `breakGlass { id expiresAt personFound overdue review { finding } person { ${personFields} } redactions { field } }`;
const reason = { reasonCode: "ETREAT", reasonText: "Found unconscious; whom to call?" };
type Viewer = ReturnType<typeof worker>;

const breakGlass = async (viewer: Viewer, personId = ids.personId) =>
  await people.act(viewer, `breakGlass { ${shown} }`, { personId, ...reason });
const person = async (viewer: Viewer) =>
  (await people.data(viewer, `query ($id: ID!) { person(id: $id) { ${personFields} } }`, { id: ids.personId })).person;

test("L16: it is never for police roles, nor for anybody but social workers and supervisors", async () => {
  const { officer, dispatcher, provider, analyst, administrator, partnerClient } = roles;
  const document = "mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { userErrors { code } } }";
  const input = keyed({ personId: ids.personId, ...reason });
  for (const viewer of [officer, dispatcher, provider, privacyOfficer, analyst, administrator, partnerClient]) {
    const { errors } = await people.run(viewer, document, { input });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
  }
  expect(await people.owner("SELECT id FROM break_glass")).toEqual([]);
});

test("L16: a reason in code and words opens the person's records, for one hour, to who stated it", async () => {
  const [viewer, colleague] = [worker(), worker()];
  expect(await person(viewer)).toBeNull();
  const { breakGlass: opened, codes } = await breakGlass(viewer);
  expect(codes).toEqual([]);
  expect(opened.person).toMatchObject({ id: ids.personId, phones: [{ e164: "+16125550177" }] });
  expect(Math.round((Date.parse(opened.expiresAt) - Date.now()) / 60_000)).toBe(60);
  expect(await person(viewer)).toEqual(opened.person);
  expect(await person(colleague)).toBeNull();
  expect(await person({ ...viewer, agencyId: roles.shelter })).toBeNull();
  expect((await breakGlass(viewer)).codes).toEqual(["INVALID"]);
  const silent = await people.act(viewer, `breakGlass { ${shown} }`, {
    personId: randomUUID(),
    reasonCode: "BTG",
    reasonText: " ",
  });
  expect(silent.codes).toEqual(["INVALID"]);
});

test("L16: at the instant at which the hour is over, the records are closed, by no job", async () => {
  const viewer = worker();
  const { breakGlass: opened } = await breakGlass(viewer);
  await people.owner("UPDATE break_glass SET expires_at = clock_timestamp() WHERE id = $1", [opened.id]);
  expect(await person(viewer)).toBeNull();
});

test("L16: it never reaches consents, what Part 2 protects, or the plan for a crisis", async () => {
  const viewer = worker();
  const { breakGlass: opened } = await breakGlass(viewer);
  expect(opened.person.consents).toEqual({ totalCount: 0, edges: [] });
  const plan = await people.data(viewer, "query ($id: ID!) { crisisPlan(personId: $id) { strategies } }", {
    id: ids.personId,
  });
  expect(plan).toEqual({ crisisPlan: null });
  const found = await people.data(viewer, `{ searchPersons(name: "Emma Testperson") { person { id } } }`);
  expect(found.searchPersons).toEqual([]);
});

test("L16: a person who does not exist is answered alike: opened, alerted, reviewed, with nobody in it", async () => {
  const viewer = worker();
  const { breakGlass: opened, userErrors } = await breakGlass(viewer, randomUUID());
  expect(userErrors).toEqual([]);
  expect(opened).toMatchObject({ person: null, personFound: null, review: null });
  expect(opened.redactions).toEqual([{ field: "personFound" }, { field: "overdue" }, { field: "review" }]);
  expect(await people.owner("SELECT type, payload FROM outbox WHERE entity_id = $1", [opened.id])).toEqual([
    { type: "break_glass.opened", payload: { breakGlassId: opened.id } },
  ]);
});

test("L16: nobody breaks the glass more than ten times a day", async () => {
  const viewer = worker();
  for (let n = 0; n < 10; n += 1) expect((await breakGlass(viewer, randomUUID())).codes).toEqual([]);
  expect((await breakGlass(viewer)).codes).toEqual(["NOT_ALLOWED"]);
});

test("L16: every access stands in the queue of the county's privacy officers, overdue after 72 hours, until reviewed", async () => {
  const viewer = worker();
  const { id } = (await breakGlass(viewer)).breakGlass;
  const queue = async (by: Viewer) => {
    const query = `{ breakGlassReviews(first: 100) { edges { node {
      id reasonCode reasonText openedBy { id } personFound overdue } } } }`;
    const { breakGlassReviews } = await people.data(by, query);
    return breakGlassReviews.edges
      .map(({ node }: { node: { id: string } }) => node)
      .find((node: { id: string }) => node.id === id);
  };
  expect(await queue(privacyOfficer)).toEqual({
    id,
    ...reason,
    openedBy: { id: viewer.id },
    personFound: true,
    overdue: false,
  });
  expect(await queue({ ...privacyOfficer, agencyId: plymouth })).toBeUndefined();
  expect(await queue(worker())).toBeUndefined();
  await people.owner(
    "UPDATE break_glass SET opened_at = now() - interval '73 hours', expires_at = now() - interval '72 hours' WHERE id = $1",
    [id],
  );
  expect(await queue(privacyOfficer)).toMatchObject({ overdue: true });
  const review = { breakGlassId: id, finding: "UNJUSTIFIED", note: "No emergency" };
  const reviewed = await people.act(privacyOfficer, `reviewBreakGlass { ${shown} }`, review);
  expect(reviewed.breakGlass).toMatchObject({ overdue: false, review: { finding: "UNJUSTIFIED" } });
  expect(await queue(privacyOfficer)).toBeUndefined();
  expect((await people.act(privacyOfficer, `reviewBreakGlass { ${shown} }`, review)).codes).toEqual([
    "ILLEGAL_TRANSITION",
  ]);
});

test("L16: what is read so is audited as an emergency", async () => {
  const viewer = { ...worker(), requestId: randomUUID() };
  await breakGlass(viewer);
  await person(viewer);
  const rows = await people.owner<{ basis: string[] }>(
    "SELECT basis FROM audit_entry WHERE request_id = $1 AND action = 'READ'",
    [viewer.requestId],
  );
  expect(rows.map(({ basis }) => basis)).toContainEqual(["EMERGENCY"]);
});
