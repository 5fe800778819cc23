import { demoService } from "../prove/directServices.mjs";
import { Steps } from "../prove/steps.mjs";
import { dataOf } from "./harness/graphClient";
import { startTestHub, type TestHub } from "./harness/startTestHub";

let hub: TestHub;
let steps: Steps;
beforeAll(async () => {
  hub = await startTestHub();
  steps = new Steps(hub.as);
}, 120_000);
afterAll(async () => {
  await hub.stop();
});

const west = "colleague:social-worker-west";
const reason = { code: "OTHER", text: "Synthetic: on leave" };

interface Id {
  readonly id: string;
}

const staffId = async (account: string): Promise<string> =>
  (await steps.read<{ me: Id }>(account, "{ me { id } }")).me.id;

/** A referral of a new resident that the social worker has accepted. */
async function accepted(family: string): Promise<{ readonly referralId: string; readonly personId: string }> {
  const { person } = await steps.act<{ person: Id }>("officer", "registerPerson", "person { id }", {
    names: [{ given: "Robin", family }],
  });
  const { referral } = await steps.act<{ referral: Id }>("officer", "submitReferral", "referral { id }", {
    personId: person.id,
    reasons: ["HOUSING"],
  });
  await steps.act("social-worker", "acceptReferral", "referral { id }", { referralId: referral.id });
  return { referralId: referral.id, personId: person.id };
}

/** Whether an account sees the referral and its person, by each way to them. */
async function sees(
  account: string,
  { referralId, personId }: { referralId: string; personId: string },
): Promise<boolean> {
  const data = await steps.read<{
    referral: { status: string | null; person: Id | null } | null;
    person: (Id & { referrals: { totalCount: number } }) | null;
  }>(
    account,
    "query ($referralId: ID!, $personId: ID!) { referral(id: $referralId) { status person { id } } person(id: $personId) { id referrals { totalCount } } }",
    { referralId, personId },
  );
  const ways = [
    data.referral?.status != null,
    data.referral?.person?.id === personId,
    data.person?.referrals.totalCount === 1,
  ];
  expect(new Set(ways).size).toBe(1);
  return ways[0] === true;
}

test("a lent caseload is seen and worked by the colleague until the cover ends, and by the lender throughout", async () => {
  const referral = await accepted("Testlent");
  const hold = { referralId: referral.referralId, reason };
  expect(await sees(west, referral)).toBe(false);
  const [fromStaffId, toStaffId] = [await staffId("social-worker"), await staffId(west)];
  const [today] = await hub.databases.owner<{ from: string; to: string }>(
    "agencies",
    "SELECT today::text AS from, (today + 7)::text AS to FROM staff_member s, agency_today(s.agency_id) AS today WHERE s.role = 'SUPERVISOR' LIMIT 1",
  );
  const { cover } = await steps.act<{ cover: Id }>("social-worker", "lendCaseload", "cover { id active }", {
    ...{ fromStaffId, toStaffId, reason: "Synthetic: on leave", from: today?.from, to: today?.to },
  });
  expect(await sees(west, referral)).toBe(true);
  await steps.act(west, "putReferralOnHold", "referral { id }", hold);
  await steps.act(west, "resumeReferral", "referral { id }", { referralId: referral.referralId });
  expect(await sees("social-worker", referral)).toBe(true);
  const { me } = await steps.read<{ me: { covers: readonly { lender: Id }[] } }>(
    west,
    "{ me { covers { lender { id } } } }",
  );
  expect(me.covers).toEqual([{ lender: { id: fromStaffId } }]);

  await steps.act("social-worker", "endCover", "cover { id }", { coverId: cover.id });
  expect(await sees(west, referral)).toBe(false);
  const refused = await hub.as<{ done: { userErrors: readonly { code: string }[] } }>(
    west,
    "mutation ($input: PutReferralOnHoldInput!) { done: putReferralOnHold(input: $input) { userErrors { code } } }",
    { input: { ...hold, idempotencyKey: "after-the-cover" } },
  );
  expect(dataOf(refused).done.userErrors).toEqual([{ code: "NOT_FOUND" }]);
});

test("a referral is not reassigned to who does not serve its agency, as the agencies slice knows", async () => {
  const { referralId } = await accepted("Testhanded");
  const answer = await hub.as<{ done: { userErrors: readonly { code: string; field: readonly string[] }[] } }>(
    "supervisor",
    "mutation ($input: ReassignReferralInput!) { done: reassignReferral(input: $input) { userErrors { code field } } }",
    { input: { referralId, toStaffId: await staffId(west), reason, idempotencyKey: "handed-away" } },
  );
  expect(dataOf(answer).done.userErrors).toEqual([{ code: "INVALID", field: ["input", "toStaffId"] }]);
});

test("L23: a provider sees a person from acceptance until the program's days after the end, and then nothing", async () => {
  const { referralId, personId } = await accepted("Testsent");
  const { serviceReferral } = await steps.act<{ serviceReferral: Id }>(
    "social-worker",
    "referToService",
    "serviceReferral { id }",
    {
      ...{ referralId, serviceId: await demoService(hub.as), need: "MENTAL_HEALTH" },
      eligibility: [{ question: "LIVES_IN_SERVICE_AREA", answer: "YES" }],
    },
  );
  const { id } = serviceReferral;
  const person = async (): Promise<readonly (string | null)[]> => {
    const data = await steps.read<{
      person: { names: readonly { text: string }[] } | null;
      serviceReferral: { person: { names: readonly { text: string }[] } | null };
    }>(
      "provider",
      "query ($id: ID!, $personId: ID!) { person(id: $personId) { names { text } } serviceReferral(id: $id) { person { names { text } } } }",
      { id, personId },
    );
    return [data.person, data.serviceReferral.person].map((seen) => seen?.names[0]?.text ?? null);
  };
  const shown = ["Robin Testsent", "Robin Testsent"];
  expect(await person()).toEqual([null, null]);
  await steps.act("provider", "acceptServiceReferral", "serviceReferral { id }", { serviceReferralId: id });
  expect(await person()).toEqual(shown);
  await steps.act("provider", "completeServiceReferral", "serviceReferral { id }", {
    serviceReferralId: id,
    outcome: "GOT_HELP",
  });
  expect(await person()).toEqual(shown);
  await hub.databases.owner(
    "referrals",
    `UPDATE service_referral SET closed_at = clock_timestamp() - interval '30 days' WHERE id = '${id}'`,
  );
  expect(await person()).toEqual([null, null]);
});
