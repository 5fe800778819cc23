import type { Redisclosure, ViewerClaims } from "@corespond/kit";

import { startReferrals, type Answer, type Referrals } from "../testing/startReferrals";

let r: Referrals;

beforeAll(async () => {
  r = await startReferrals();
});
afterEach(() => {
  r.neighbours.down.clear();
  r.neighbours.consents.length = 0;
});
afterAll(() => r.stop());

const programs = {
  PART_2: { regimes: ["PART_2"], categories: ["SUBSTANCE_USE"] },
  VICTIM_SERVICES: { regimes: ["VICTIM_RELEASE"], categories: ["VICTIM_SERVICES"] },
};

/** A referral of a resident, with a service referral to a protected program by a consent that names its organization. */
async function referred(program: keyof typeof programs = "PART_2") {
  const { id: referralId, recordId } = await r.accepted();
  const consent = r.neighbours.consent(recordId, [r.organization], programs[program]);
  const serviceId = r.neighbours.service(r.organization, { protectedProgram: program });
  const made = await r.act(r.worker, "referToService", { referralId, serviceId, need: "OTHER" });
  expect(made.codes).toEqual([]);
  return { referralId, recordId, consent, serviceId, id: made.payload.serviceReferral.id as string };
}

const page = "totalCount edges { cursor node { id } } pageInfo { startCursor endCursor hasNextPage }";

/** The whole answer about one referral and its protected service referral, by every way to them. */
async function seen(viewer: ViewerClaims, at: { referralId: string; serviceId: string; id: string }): Promise<Answer> {
  return await r.run(
    viewer,
    `query ($_: [_Any!]!) {
      referral(id: "${at.referralId}") { version timeline { ${page} } serviceReferrals { ${page} } }
      serviceReferral(id: "${at.id}") { id need protected timeline { ${page} } } serviceReferrals { ${page} }
      _entities(representations: $_) { ... on ServiceReferral { id } ... on Service { ofService: referrals { ${page} } } } }`,
    {
      _: [
        { __typename: "ServiceReferral", id: at.id },
        { __typename: "Service", id: at.serviceId },
      ],
    },
  );
}

const sees = async (viewer: ViewerClaims, at: Parameters<typeof seen>[1]): Promise<boolean> => {
  const { data } = await seen(viewer, at);
  const { serviceReferral, _entities } = data;
  expect(_entities[0]?.id ?? null).toBe(serviceReferral?.id ?? null);
  expect(data.serviceReferrals.edges.some(({ node }: Answer) => node.id === at.id)).toBe(serviceReferral !== null);
  return serviceReferral !== null;
};

describe.each(["PART_2", "VICTIM_SERVICES"] as const)("a service referral to a program of %s", (program) => {
  test("L3: a consent opens it to the welfare side of the agency that it names, and L11: its revocation leaves no trace", async () => {
    const at = await referred(program);
    const welfare = [r.secondWorker, r.supervisor, r.privacyOfficer];
    const before = await Promise.all(welfare.map((viewer) => seen(viewer, at)));
    const consent = r.neighbours.consent(at.recordId, [r.county], programs[program]);
    for (const viewer of welfare) expect(await sees(viewer, at)).toBe(true);
    const { data } = await seen(r.supervisor, at);
    expect(data.referral).toMatchObject({ timeline: { totalCount: 3 }, serviceReferrals: { totalCount: 1 } });
    consent.inForce = false;
    expect(await Promise.all(welfare.map((viewer) => seen(viewer, at)))).toEqual(before);
  });

  test("L3: one for another purpose, of the other law, over another kind of data, or of another record opens nothing", async () => {
    const at = await referred(program);
    const before = await seen(r.supervisor, at);
    const other = programs[program === "PART_2" ? "VICTIM_SERVICES" : "PART_2"];
    const { regimes, categories } = programs[program];
    r.neighbours.consent(at.recordId, [r.county], { ...programs[program], purpose: "TREAT" });
    r.neighbours.consent(at.recordId, [r.county], other);
    r.neighbours.consent(at.recordId, [r.county], { regimes, categories: other.categories });
    r.neighbours.consent(at.recordId, [r.county], { regimes: other.regimes, categories });
    r.neighbours.consent(at.referralId, [r.county], programs[program]);
    r.neighbours.consent(at.recordId, [r.department], programs[program]);
    expect(await seen(r.supervisor, at)).toEqual(before);
  });

  test("L6: police roles see none, whatever a consent says, and for proceedings nobody does, its author and provider included", async () => {
    const at = await referred(program);
    const everybody = { ...programs[program], purpose: "HLEGAL" };
    const before = await seen(r.officer, at);
    r.neighbours.consent(at.recordId, [r.department, r.county, r.organization], programs[program]);
    r.neighbours.consent(at.recordId, [r.department, r.county, r.organization], everybody);
    expect(await seen(r.officer, at)).toEqual(before);
    for (const viewer of [r.worker, r.provider, r.supervisor]) {
      expect(await sees(viewer, at)).toBe(true);
      expect(await sees({ ...viewer, purpose: "HLEGAL" }, at)).toBe(false);
    }
  });
});

test("without an answer from people a protected service referral stays hidden, and its author keeps sight of it", async () => {
  const at = await referred();
  const before = await seen(r.supervisor, at);
  r.neighbours.consent(at.recordId, [r.county]);
  r.neighbours.down.add("people.consentsFor");
  expect(await seen(r.supervisor, at)).toEqual(before);
  expect(await sees(r.worker, at)).toBe(true);
  expect(await sees(r.provider, at)).toBe(true);
});

test("whom a consent opens it to may look, and only its author may act", async () => {
  const at = await referred();
  r.neighbours.consent(at.recordId, [r.county]);
  const reason = { code: "NO_LONGER_INTERESTED", text: "Decided otherwise." };
  const cancelled = await r.act(r.secondWorker, "cancelServiceReferral", { serviceReferralId: at.id, reason });
  expect(cancelled.codes).toEqual(["NOT_FOUND"]);
});

describe("L5: what accompanies protected data", () => {
  const noticesOf = (answer: Answer): readonly Redisclosure[] | undefined => answer.extensions?.redisclosure;
  const id = "42 CFR 2.32";

  test("every answer that carries any bears the notice, with the scope of the consent that names the viewer", async () => {
    const at = await referred();
    const consent = r.neighbours.consent(at.recordId, [r.county], { expiresAt: "2027-01-01T00:00:00.000Z" });
    const scope = { id: consent.id, categories: ["SUBSTANCE_USE"], expiresAt: "2027-01-01T00:00:00.000Z" };
    for (const query of [
      `{ serviceReferral(id: "${at.id}") { id } }`,
      `{ serviceReferrals(first: 1) { edges { node { need } } } }`,
      `{ referral(id: "${at.referralId}") { timeline { edges { node { kind } } } } }`,
      `{ referral(id: "${at.referralId}") { serviceReferrals { edges { node { id } } } } }`,
    ])
      expect([query, noticesOf(await r.run(r.supervisor, query))]).toEqual([
        query,
        [{ notice: { id, text: expect.stringContaining("42 CFR part 2 prohibits") }, consent: scope }],
      ]);
  });

  test("its provider is given the consent that names it, its author the notice alone where none names the county", async () => {
    const at = await referred();
    const query = `{ serviceReferral(id: "${at.id}") { id } }`;
    expect(noticesOf(await r.run(r.provider, query))).toMatchObject([
      { notice: { id }, consent: { id: at.consent.id } },
    ]);
    expect(noticesOf(await r.run(r.worker, query))).toMatchObject([{ notice: { id }, consent: null }]);
  });

  test("the answers to actions bear it, and a victim service has a notice of its own", async () => {
    const at = await referred("VICTIM_SERVICES");
    const accept = `mutation { acceptServiceReferral(input: { idempotencyKey: "${at.id}", serviceReferralId: "${at.id}" }) { serviceReferral { id } } }`;
    expect(noticesOf(await r.run(r.provider, accept))).toMatchObject([
      { notice: { id: "34 U.S.C. 12291(b)(2)" }, consent: { id: at.consent.id } },
    ]);
  });

  test("an answer without any has no extensions", async () => {
    const at = await referred();
    for (const viewer of [r.supervisor, r.officer])
      expect(
        await r.run(viewer, `{ serviceReferral(id: "${at.id}") { id } referral(id: "${at.referralId}") { id } }`),
      ).not.toHaveProperty("extensions");
  });
});

describe("a service referral to a protected program goes by a consent", () => {
  const named = () => [r.organization];
  const missing = [
    "answers to PART_2",
    "covers SUBSTANCE_USE",
    "names the service's organization as a recipient",
    "covers the purpose that this request states",
    "is in force",
  ];

  async function tried(consents: readonly Parameters<Referrals["neighbours"]["consent"]>[2][]) {
    const { id: referralId, recordId } = await r.accepted();
    for (const consent of consents) r.neighbours.consent(recordId, named(), consent);
    const serviceId = r.neighbours.service(r.organization, { protectedProgram: "PART_2" });
    return await r.act(r.worker, "referToService", { referralId, serviceId, need: "SUBSTANCE_USE" });
  }

  test("and without any, all that is missing is listed", async () => {
    const { payload } = await tried([]);
    expect(payload.serviceReferral).toBeNull();
    expect(payload.userErrors).toEqual(
      missing.map((words) => ({
        code: "REQUIRED",
        field: ["input", "serviceId"],
        message: `The service is a protected program, and no consent on the record ${words}.`,
      })),
    );
  });

  test.each([
    ["the law", { regimes: ["CHAPTER_13"] }, missing[0]],
    ["the kind of data", { categories: ["HOUSING"] }, missing[1]],
    ["the recipient", { grantees: [] }, missing[2]],
    ["the purpose", { purpose: "TREAT" }, missing[3]],
    ["its force", { inForce: false }, missing[4]],
  ])("one that lacks %s is refused for that alone", async (_what, change, words) => {
    const { payload } = await tried([change]);
    expect(payload.userErrors.map(({ message }: Answer) => message)).toEqual([
      `The service is a protected program, and no consent on the record ${words ?? ""}.`,
    ]);
  });

  test("two that have all only together do not do", async () => {
    const { codes, payload } = await tried([{ purpose: "TREAT" }, { inForce: false }]);
    expect(codes).toEqual(["REQUIRED"]);
    expect(payload.userErrors[0].message).toContain("no single consent");
  });

  test("and is recorded under it, which the database demands too", async () => {
    const at = await referred();
    const rows = await r.owner("SELECT consent_id, protected_program FROM service_referral WHERE id = $1", [at.id]);
    expect(rows).toEqual([{ consent_id: at.consent.id, protected_program: "PART_2" }]);
    const audited = await r.owner(
      "SELECT basis FROM audit_entry WHERE action = 'referToService' AND subjects @> jsonb_build_object('ServiceReferral', jsonb_build_array($1::text))",
      [at.id],
    );
    expect(audited).toEqual([{ basis: ["CONSENT"] }]);
  });

  test("an ordinary service needs none (L13)", async () => {
    const { id: referralId } = await r.accepted();
    const serviceId = r.neighbours.service(r.organization);
    expect((await r.act(r.worker, "referToService", { referralId, serviceId, need: "HOUSING" })).codes).toEqual([]);
  });

  test("a referral that one may not see says so, and nothing of consents", async () => {
    const { id: referralId } = await r.accepted();
    const serviceId = r.neighbours.service(r.organization, { protectedProgram: "PART_2" });
    const asked = { referralId, serviceId, need: "SUBSTANCE_USE" };
    expect((await r.act(r.strangeWorker, "referToService", asked)).codes).toEqual(["NOT_FOUND"]);
  });
});
