import { randomUUID } from "node:crypto";

import { Role, type ViewerClaims } from "@corespond/kit";
import { testViewer, type TestSlice } from "@corespond/kit/testing";

import { startAgencies } from "../testing/startAgencies";
import { agencies, program, staff } from "../testing/testIds";
import { viewers } from "../testing/testViewers";

let slice: TestSlice;

beforeAll(async () => {
  slice = await startAgencies();
});

beforeEach(async () => {
  await slice.owner("DELETE FROM caseload_cover");
});

afterAll(async () => {
  await slice.stop();
});

const newWorker = testViewer(Role.SOCIAL_WORKER, { id: staff.newWorker, agencyId: agencies.county });
const strangeSupervisor = testViewer(Role.SUPERVISOR, { agencyId: agencies.edina });
const cover = "cover { id active endedAt reason lender { id } covering { id } redactions { field } }";

interface Done {
  readonly cover: { readonly id: string; readonly reason: string | null } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
}

const act = async (viewer: ViewerClaims, name: string, input: object): Promise<Done> => {
  const type = `${name[0]?.toUpperCase() ?? ""}${name.slice(1)}Input!`;
  const answer = await slice.run(
    viewer,
    `mutation ($input: ${type}) { done: ${name}(input: $input) { ${cover} userErrors { code field } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
  );
  expect(answer.errors ?? []).toEqual([]);
  return answer.data?.["done"] as Done;
};

/** A day so many days from the county's today. */
const day = async (days: number): Promise<string> => {
  const [row] = await slice.owner<{ day: string }>("SELECT (agency_today($1) + $2::integer)::text AS day", [
    agencies.county,
    days,
  ]);
  return row?.day ?? "";
};

const lend = async (viewer: ViewerClaims, more: object = {}): Promise<Done> =>
  await act(viewer, "lendCaseload", {
    ...{ fromStaffId: staff.socialWorker, toStaffId: staff.newWorker, reason: "On leave." },
    ...{ from: await day(0), to: await day(7) },
    ...more,
  });

interface SignedIn {
  readonly serves: readonly string[];
  readonly covers: readonly string[];
}

const signsIn = async (subject: string): Promise<SignedIn> =>
  (await slice.port(viewers.system, "staffBySubject", {
    issuer: "http://127.0.0.1:4000/demo",
    subject,
    machine: false,
  })) as SignedIn;

test("while a caseload is lent, the colleague serves the lender's agencies too, and the lender loses nothing", async () => {
  const lender = await signsIn("socialWorker");
  expect(await signsIn("newWorker")).toMatchObject({ serves: [], covers: [] });
  const done = await lend(viewers.socialWorker);
  expect(done).toMatchObject({
    cover: { active: true, reason: "On leave.", lender: { id: staff.socialWorker }, covering: { id: staff.newWorker } },
    userErrors: [],
  });
  const covering = await signsIn("newWorker");
  expect([...covering.serves].sort()).toEqual([agencies.brooklynPark, agencies.southLake].sort());
  expect(covering.covers).toEqual([staff.socialWorker]);
  expect(await signsIn("socialWorker")).toEqual(lender);
  expect(await slice.owner("SELECT type, payload FROM outbox WHERE entity_id = $1", [done.cover?.id])).toEqual([
    {
      type: "caseload.lent",
      payload: { coverId: done.cover?.id, lenderId: staff.socialWorker, coveringId: staff.newWorker },
    },
  ]);
});

test("a cover begins and ends with the county's own day, and nothing has to run for it", async () => {
  // It is always another day at Kiritimati (UTC+14) than at Pago Pago (UTC-11).
  const inZone = async (zone: string): Promise<readonly string[]> => {
    await slice.owner("UPDATE program SET time_zone = $2 WHERE id = $1", [program, zone]);
    return (await signsIn("newWorker")).covers;
  };
  const [late, early] = ["Pacific/Kiritimati", "Pacific/Pago_Pago"] as const;
  await inZone(early);
  const [today, tomorrow] = [await day(0), await day(1)];
  await lend(viewers.socialWorker, { from: today, to: tomorrow });
  expect(await inZone(early)).toEqual([staff.socialWorker]);
  expect(await inZone(late)).toEqual([]);
  await slice.owner("UPDATE caseload_cover SET from_on = $1, to_on = $1::date + 9", [tomorrow]);
  expect(await inZone(late)).toEqual([staff.socialWorker]);
  expect(await inZone(early)).toEqual([]);
  await inZone("America/Chicago");
});

test("who was ended early, or whose lender left, covers nothing from the next request on", async () => {
  const { cover: made } = await lend(viewers.supervisor);
  expect((await act(viewers.socialWorker, "endCover", { coverId: made?.id })).userErrors).toEqual([]);
  expect(await signsIn("newWorker")).toMatchObject({ serves: [], covers: [] });
  expect((await act(viewers.supervisor, "endCover", { coverId: made?.id })).userErrors).toMatchObject([
    { code: "ILLEGAL_TRANSITION" },
  ]);
  await lend(viewers.socialWorker);
  expect((await signsIn("newWorker")).covers).toEqual([staff.socialWorker]);
  await slice.owner("UPDATE staff_member SET active_to = $2 WHERE id = $1", [staff.socialWorker, await day(0)]);
  expect(await signsIn("newWorker")).toMatchObject({ serves: [], covers: [] });
  await slice.owner("UPDATE staff_member SET active_to = NULL WHERE id = $1", [staff.socialWorker]);
});

test("what a colleague covers is not lent on with the colleague's own caseload", async () => {
  await lend(viewers.socialWorker);
  const third = randomUUID();
  await slice.owner(
    "INSERT INTO staff_member (id, family_name, role, agency_id, active_from) VALUES ($1, 'Testperson', 'SOCIAL_WORKER', $2, '2020-01-01')",
    [third, agencies.county],
  );
  await slice.owner(
    "INSERT INTO staff_login (issuer, subject, staff_id) VALUES ('http://127.0.0.1:4000/demo', 'third', $1)",
    [third],
  );
  expect((await lend(newWorker, { fromStaffId: staff.newWorker, toStaffId: third })).userErrors).toEqual([]);
  expect(await signsIn("third")).toMatchObject({ serves: [], covers: [staff.newWorker] });
});

test("a caseload is lent by its social worker or a supervisor of the county, within it, ahead, and to one at a time", async () => {
  const refused = async (viewer: ViewerClaims, more: object = {}): Promise<unknown> =>
    (await lend(viewer, more)).userErrors.map(({ code, field }) => `${code} ${field[1] ?? ""}`);
  expect(await refused(newWorker)).toEqual(["NOT_ALLOWED fromStaffId"]);
  expect(await refused(strangeSupervisor)).toEqual(["NOT_ALLOWED fromStaffId"]);
  expect(await refused(viewers.supervisor, { toStaffId: staff.socialWorker })).toEqual(["INVALID toStaffId"]);
  expect(await refused(viewers.supervisor, { toStaffId: staff.officer })).toEqual(["INVALID toStaffId"]);
  expect(await refused(viewers.supervisor, { toStaffId: randomUUID() })).toEqual(["NOT_FOUND toStaffId"]);
  expect(await refused(viewers.supervisor, { from: await day(-1) })).toEqual(["INVALID from"]);
  expect(await refused(viewers.supervisor, { to: await day(0) })).toEqual(["INVALID to"]);
  expect(await refused(viewers.supervisor, { to: await day(367) })).toEqual(["INVALID to"]);
  expect(await refused(viewers.supervisor)).toEqual([]);
  expect(await refused(viewers.socialWorker, { from: await day(6), to: await day(9) })).toEqual(["TAKEN from"]);
  expect(await refused(viewers.socialWorker, { from: await day(7), to: await day(9) })).toEqual([]);
  for (const viewer of [viewers.officer, viewers.administrator, viewers.provider]) {
    const answer = await slice.run(
      viewer,
      "mutation ($input: LendCaseloadInput!) { lendCaseload(input: $input) { userErrors { code } } }",
      {
        input: {
          ...{ idempotencyKey: "key", fromStaffId: staff.socialWorker, toStaffId: staff.newWorker, reason: "None." },
          ...{ from: await day(20), to: await day(21) },
        },
      },
    );
    expect(answer.errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  }
});

test("staff see who covers whom; only the two and those who answer for them see why, and no one else ends it", async () => {
  const { cover: made } = await lend(viewers.socialWorker);
  const seenBy = async (viewer: ViewerClaims): Promise<unknown> =>
    (
      await slice.run(
        viewer,
        `{ staffMember(id: "${staff.socialWorker}") { coveredBy { active reason covering { id } } covers { id } } }`,
      )
    ).data?.["staffMember"];
  const known = (reason: string | null): object => ({
    coveredBy: [{ active: true, reason, covering: { id: staff.newWorker } }],
    covers: [],
  });
  for (const viewer of [viewers.socialWorker, newWorker, viewers.supervisor, viewers.privacyOfficer])
    expect(await seenBy(viewer)).toEqual(known("On leave."));
  for (const viewer of [viewers.officer, viewers.dispatcher, viewers.analyst, strangeSupervisor])
    expect(await seenBy(viewer)).toEqual(known(null));
  expect(await seenBy(viewers.provider)).toEqual({ coveredBy: [], covers: [] });
  const third = testViewer(Role.SOCIAL_WORKER, { agencyId: agencies.county });
  for (const viewer of [third, strangeSupervisor])
    expect((await act(viewer, "endCover", { coverId: made?.id })).userErrors).toMatchObject([{ code: "NOT_ALLOWED" }]);
  expect((await act(newWorker, "endCover", { coverId: randomUUID() })).userErrors).toMatchObject([
    { code: "NOT_FOUND" },
  ]);
});
