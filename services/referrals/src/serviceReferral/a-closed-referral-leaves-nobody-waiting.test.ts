import { startReferrals, type Referrals } from "../testing/startReferrals";

let r: Referrals;

beforeAll(async () => {
  r = await startReferrals();
});
afterAll(() => r.stop());

/** A referral with two service referrals, the first of them accepted, to an ordinary or a protected service. */
async function twoLegs(
  protectedProgram = "NONE",
): Promise<{ readonly referralId: string; readonly accepted: string; readonly waiting: string }> {
  const { id: referralId, recordId } = await r.accepted();
  r.neighbours.consent(recordId, [r.organization]);
  const ids: string[] = [];
  for (const need of ["HOUSING", "FOOD"]) {
    const serviceId = r.neighbours.service(r.organization, { protectedProgram });
    const { payload } = await r.act(r.worker, "referToService", { referralId, serviceId, need });
    ids.push(payload.serviceReferral.id as string);
  }
  const [accepted = "", waiting = ""] = ids;
  await r.act(r.provider, "acceptServiceReferral", { serviceReferralId: accepted });
  return { referralId, accepted, waiting };
}

const statusOf = async (id: string): Promise<unknown> =>
  (await r.see(r.provider, `{ serviceReferral(id: "${id}") { status person { recordId } } }`)).serviceReferral;

const reason = { code: "ENTERED_IN_ERROR", text: "Synthetic: the wrong resident." };

test.each(["NONE", "PART_2"])(
  "where a referral is cancelled, no provider learns anything further of the person (%s)",
  async (protectedProgram) => {
    const { referralId, accepted, waiting } = await twoLegs(protectedProgram);
    await r.act(r.supervisor, "cancelReferral", { referralId, reason });
    for (const id of [accepted, waiting]) expect(await statusOf(id)).toEqual({ status: "CANCELLED", person: null });
    const late = await r.act(r.provider, "acceptServiceReferral", { serviceReferralId: waiting });
    expect(late.codes).toEqual(["ILLEGAL_TRANSITION"]);
    const told = await r.owner<{ type: string }>(
      "SELECT type FROM outbox WHERE entity_id = ANY ($1) AND type = 'service_referral.cancelled'",
      [[accepted, waiting]],
    );
    expect(told).toHaveLength(2);
  },
);

test("where a referral ends otherwise, what was accepted goes on, and what nobody accepted ends with it", async () => {
  const { referralId, accepted, waiting } = await twoLegs();
  await r.act(r.worker, "completeReferral", { referralId, outcome: "GOT_HELP" });
  expect(await statusOf(accepted)).toMatchObject({ status: "ACCEPTED", person: { recordId: expect.any(String) } });
  expect(await statusOf(waiting)).toEqual({ status: "CANCELLED", person: null });
});

test("nobody closes the service referrals of a referral that is open", async () => {
  const { referralId, waiting } = await twoLegs();
  await r.act(r.worker, "putReferralOnHold", { referralId, reason });
  expect(await statusOf(waiting)).toMatchObject({ status: "REQUESTED" });
});
