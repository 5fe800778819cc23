import { startReferrals, type Answer, type Referrals } from "../testing/startReferrals";

let r: Referrals;
const reason = { code: "NO_LONGER_INTERESTED", text: "Decided otherwise." };

beforeAll(async () => {
  r = await startReferrals();
});
afterAll(() => r.stop());

/** All that somebody can learn of one referral, its person, its service and the lists, in one answer. */
async function story(
  viewer: typeof r.officer,
  at: { referralId: string; recordId: string; serviceId: string },
): Promise<Answer> {
  const of = "totalCount edges { cursor node { id } } pageInfo { startCursor endCursor hasNextPage hasPreviousPage }";
  const representations = [
    { __typename: "Person", recordId: at.recordId, recordIds: [at.recordId] },
    { __typename: "Service", id: at.serviceId },
    { __typename: "StaffMember", id: r.worker.id },
  ];
  return await r.see(
    viewer,
    `query ($_: [_Any!]!) {
      referral(id: "${at.referralId}") { version acknowledgement status timeline { ${of} } contacts { ${of} } serviceReferrals { ${of} } }
      referrals { ${of} } serviceReferrals { ${of} }
      _entities(representations: $_) {
        ... on Person { referrals { totalCount edges { node { version } } } }
        ... on Service { ofService: referrals { ${of} } }
        ... on StaffMember { caseload { totalCount } }
      } }`,
    { _: representations },
  );
}

test("L3: a service referral to a Part 2 program leaves everything as it was for all but its author and its provider, from beginning to end", async () => {
  const { id: referralId, recordId } = await r.accepted();
  const serviceId = r.neighbours.service(r.organization, { protectedProgram: "PART_2" });
  const at = { referralId, recordId, serviceId };
  const others = [
    r.officer,
    r.colleague,
    r.secondWorker,
    r.supervisor,
    r.privacyOfficer,
    r.strangeProvider,
    r.analyst,
    r.anonymous,
  ];
  r.neighbours.consent(recordId, [r.organization]);
  const before = await Promise.all(others.map((viewer) => story(viewer, at)));
  const unchanged = async (): Promise<void> => {
    expect(await Promise.all(others.map((viewer) => story(viewer, at)))).toEqual(before);
  };

  const { payload } = await r.act(r.worker, "referToService { serviceReferral { id protected } }", {
    referralId,
    serviceId,
    need: "SUBSTANCE_USE",
  });
  const { id: serviceReferralId } = payload.serviceReferral;
  expect(payload.serviceReferral.protected).toBe(true);
  await unchanged();
  await r.act(r.provider, "acceptServiceReferral", { serviceReferralId });
  await unchanged();

  const byId = `query ($_: [_Any!]!) { serviceReferral(id: "${serviceReferralId}") { id } _entities(representations: $_) { ... on ServiceReferral { id } } }`;
  const _ = [{ __typename: "ServiceReferral", id: serviceReferralId }];
  for (const viewer of others)
    expect(await r.see(viewer, byId, { _ })).toEqual({ serviceReferral: null, _entities: [null] });
  for (const viewer of [r.worker, r.provider])
    expect(await r.see(viewer, byId, { _ })).toEqual({
      serviceReferral: { id: serviceReferralId },
      _entities: [{ id: serviceReferralId }],
    });
  const cancel = await r.act(r.secondWorker, "cancelServiceReferral", { serviceReferralId, reason });
  expect(cancel.codes).toEqual(["NOT_FOUND"]);

  const own = await story(r.worker, at);
  expect(own.referral).toMatchObject({ timeline: { totalCount: 4 }, serviceReferrals: { totalCount: 1 } });
  expect(own.referral.version).toBe(before[2].referral.version);
  await r.act(r.worker, "cancelServiceReferral", { serviceReferralId, reason });
  await unchanged();
});

test.each(["PART_2", "VICTIM_SERVICES"])("a service of %s is a protected one", async (protectedProgram) => {
  const { id: referralId, recordId } = await r.accepted();
  const serviceId = r.neighbours.service(r.organization, { protectedProgram });
  r.neighbours.consent(recordId, [r.organization], {
    regimes: ["PART_2", "VICTIM_RELEASE"],
    categories: ["SUBSTANCE_USE", "VICTIM_SERVICES"],
  });
  const made = await r.act(r.worker, "referToService { serviceReferral { protected } }", {
    referralId,
    serviceId,
    need: "OTHER",
  });
  expect(made.payload.serviceReferral).toEqual({ protected: true });
});

test("one to an ordinary service is seen by the welfare side, so that the test above can fail", async () => {
  const { id: referralId, recordId } = await r.accepted();
  const serviceId = r.neighbours.service(r.organization);
  const before = await story(r.supervisor, { referralId, recordId, serviceId });
  await r.act(r.worker, "referToService", { referralId, serviceId, need: "HOUSING" });
  const after = await story(r.supervisor, { referralId, recordId, serviceId });
  expect(after).not.toEqual(before);
  expect(after.referral).toMatchObject({ timeline: { totalCount: 3 }, serviceReferrals: { totalCount: 1 } });
});
