import { randomUUID } from "node:crypto";

import { startReferrals, type Answer, type Referrals } from "../testing/startReferrals";

let r: Referrals;
const page = (node: string): string => `totalCount edges { node { ${node} } }`;
const referral = `id status priorCallCount owner { id } person { recordId }
  timeline(first: 3) { ${page("kind serviceReferral { id status }")} }
  contacts { ${page("id kind referral { id }")} }
  serviceReferrals { ${page("id status referral { id } timeline { totalCount }")} }
  messages { ${page("text")} }`;

beforeAll(async () => {
  r = await startReferrals();
  await r.owner(
    `WITH made AS (
       INSERT INTO referral SELECT gen_random_uuid(), gen_random_uuid(), $1, $1, $2, NULL, 'OFFICER', '{FOOD}', 'ROUTINE', NULL,
         'IN_PROGRESS', NULL, NULL, NULL, $3, NULL, NULL, now() - n * interval '1 hour', now() FROM generate_series(1, 200) n
       RETURNING id, record_id, submitted_at),
     contacts AS (INSERT INTO contact SELECT gen_random_uuid(), id, record_id, 'PHONE', 'REACHED', NULL, $3, submitted_at, now() FROM made),
     sent AS (
       INSERT INTO service_referral SELECT gen_random_uuid(), id, record_id, $4, $5, 'FOOD', 'ROUTINE', NULL, NULL, 'REQUESTED', NULL, NULL,
         NULL, false, $3, NULL, NULL, submitted_at, NULL, now() FROM made RETURNING id, referral_id)
     INSERT INTO referral_event SELECT gen_random_uuid(), referral_id, id, 'SUBMITTED', NULL, 'REQUESTED', NULL, NULL, $3, now(), now() FROM sent`,
    [r.department, r.officer.id, r.worker.id, randomUUID(), r.organization],
  );
});
afterAll(() => r.stop());

test("the whole story of 10 and of 200 referrals takes the same statements, each once", async () => {
  const ids = (await r.owner<{ id: string }>("SELECT id FROM referral ORDER BY submitted_at DESC")).map(({ id }) => id);
  const query = `query ($_: [_Any!]!) { _entities(representations: $_) { ... on Referral { ${referral} } } }`;
  const ask = async (count: number): Promise<readonly string[]> => {
    const _ = ids.slice(0, count).map((id) => ({ __typename: "Referral", id }));
    let answer: Answer;
    const names = await r.countStatements(async () => {
      answer = await r.see(r.worker, query, { _ });
    });
    expect(answer._entities).toHaveLength(count);
    for (const seen of answer._entities)
      expect(seen).toMatchObject({
        contacts: { totalCount: 1 },
        serviceReferrals: { edges: [{ node: { timeline: { totalCount: 1 } } }] },
      });
    return [...names].sort();
  };
  const at10 = await ask(10);
  expect(await ask(200)).toEqual(at10);
  expect(new Set(at10).size).toBe(at10.length);
});

test("lists of many parents, and the longest page of the root list, take the statements of a short one", async () => {
  const owners = Array.from({ length: 200 }, () => randomUUID());
  const lists = async (parents: number, first: number): Promise<readonly string[]> => {
    const _ = [r.worker.id, ...owners.slice(1, parents)].flatMap((id) => [
      { __typename: "StaffMember", id },
      { __typename: "Agency", id },
      { __typename: "Service", id },
      { __typename: "Person", recordId: id, recordIds: [id] },
    ]);
    const names = await r.countStatements(() =>
      r.see(
        r.worker,
        `query ($_: [_Any!]!) {
      referrals(first: ${String(first)}) { ${page(referral)} }
      _entities(representations: $_) { ... on StaffMember { caseload { ${page("id")} } } ... on Agency { ofAgency: referrals { ${page("id")} } }
        ... on Service { ofService: referrals { ${page("id")} } } ... on Person { ofPerson: referrals { ${page("id")} } } } }`,
        { _ },
      ),
    );
    return [...names].sort();
  };
  expect(await lists(200, 100)).toEqual(await lists(10, 10));
});

test("a list is walked to its end from either side, without a gap or a double", async () => {
  const all = (await r.owner<{ id: string }>("SELECT id FROM referral ORDER BY submitted_at DESC, id DESC")).map(
    ({ id }) => id,
  );
  const walk = async (argument: "first" | "last"): Promise<string[]> => {
    const found: string[] = [];
    const [cursor, more, bound] =
      argument === "first" ? ["endCursor", "hasNextPage", "after"] : ["startCursor", "hasPreviousPage", "before"];
    for (let at = ""; ;) {
      const { referrals } = await r.see(
        r.supervisor,
        `{ referrals(${argument}: 60 ${at}) { totalCount edges { node { id } } pageInfo { ${cursor} ${more} } } }`,
      );
      expect(referrals.totalCount).toBe(200);
      const ids = referrals.edges.map(({ node }: Answer) => node.id);
      found.splice(argument === "first" ? found.length : 0, 0, ...ids);
      if (!referrals.pageInfo[more]) return found;
      at = `, ${bound}: "${referrals.pageInfo[cursor]}"`;
    }
  };
  expect(await walk("first")).toEqual(all);
  expect(await walk("last")).toEqual(all);
});

test("a list is filtered by each part, and by all that are stated", async () => {
  const own = await r.submitted({ reasons: ["AGING", "LEGAL"], urgency: "STAT" });
  const found = async (viewer: typeof r.officer, filter: string): Promise<number> =>
    (await r.see(viewer, `{ referrals(filter: { ${filter} }) { totalCount } }`)).referrals.totalCount;
  expect(await found(r.officer, "mine: true")).toBe(201);
  expect(await found(r.colleague, "mine: true")).toBe(0);
  expect(await found(r.worker, "mine: true")).toBe(200);
  expect(await found(r.officer, "acknowledgement: RECEIVED")).toBe(1);
  expect(await found(r.officer, "acknowledgement: ACKNOWLEDGED, status: null")).toBe(200);
  expect(await found(r.worker, "status: [REQUESTED, IN_PROGRESS]")).toBe(201);
  expect(await found(r.worker, "reason: LEGAL")).toBe(1);
  expect(await found(r.worker, "urgency: STAT, reason: FOOD")).toBe(0);
  expect(await found(r.worker, `agencyId: "${r.department}"`)).toBe(201);
  expect(await found(r.worker, `agencyId: "${r.otherDepartment}"`)).toBe(0);
  expect(
    await r.see(
      r.provider,
      "{ requested: serviceReferrals(status: REQUESTED) { totalCount } done: serviceReferrals(status: COMPLETED) { totalCount } }",
    ),
  ).toEqual({ requested: { totalCount: 200 }, done: { totalCount: 0 } });
  expect(
    (await r.see(r.worker, `{ referrals(filter: { urgency: STAT }) { edges { node { id } } } }`)).referrals.edges,
  ).toEqual([{ node: { id: own.id } }]);
});
