import { randomUUID } from "node:crypto";

import { signViewer, type ViewerClaims } from "@corespond/kit";

import { startReferrals, type Referrals } from "../testing/startReferrals";

let r: Referrals;
let key: string;
let referralId: string;
let recordId: string;
const tables = [
  "referral",
  "contact",
  "service_referral",
  "referral_event",
  "referral_message",
  "call_fact",
  "call_fact_subject",
  "call_fact_history",
  "call_fact_subject_history",
  "measure_snapshot",
];

beforeAll(async () => {
  r = await startReferrals();
  [{ key }] = (await r.owner<{ key: string }>("SELECT convert_from(key, 'UTF8') AS key FROM corespond.viewer_key")) as [
    { key: string },
  ];
  ({ id: referralId, recordId } = await r.accepted({ narrative: "What the officer saw." }));
  await r.act(r.worker, "recordContact", {
    referralId,
    kind: "VISIT",
    result: "REACHED",
    occurredAt: "2026-01-05T10:00:00Z",
  });
  r.neighbours.consent(recordId, [r.organization]);
  await r.act(r.worker, "referToService", {
    referralId,
    serviceId: r.neighbours.service(r.organization, { protectedProgram: "PART_2" }),
    need: "SUBSTANCE_USE",
  });
  await r.act(r.officer, "withdrawReferral", { referralId, reason: { code: "OTHER", text: "Solved." } });
  const payload = {
    callId: randomUUID(),
    agencyId: r.department,
    incidentNumber: "1",
    receivedAt: "2026-01-01T00:00:00Z",
    commonCode: null,
    subjects: [{ recordId: randomUUID(), role: "SUBJECT" }],
  };
  await r.owner(
    "INSERT INTO measure_snapshot VALUES (gen_random_uuid(), gen_random_uuid(), $1, 'OUTCOMES', '{}', '{}', now(), $2)",
    [r.county, r.supervisor.id],
  );
  await r.slice.receive([
    {
      id: randomUUID(),
      source: "agencies",
      type: "call.recorded",
      entityId: payload.callId,
      occurredAt: "2026-01-01T00:00:00Z",
      payload,
    },
  ]);
});
afterAll(() => r.stop());

/** Runs SQL as the role that the slice runs as, with a viewer's token set by hand, and takes everything back. */
async function raw(
  token: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> {
  const client = await r.slice.database.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('corespond.viewer', $1, true)", [token]);
    return (await client.query(sql, [...values])).rows as Record<string, unknown>[];
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

const counts = async (token: string): Promise<Record<string, unknown> | undefined> =>
  (await raw(token, `SELECT ${tables.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`).join(", ")}`))[0];
const signed = (viewer: ViewerClaims): string => signViewer(viewer, "referrals/graph", key);
const nothing = Object.fromEntries(tables.map((table) => [table, 0]));

test("every table shows nothing without a viewer that the gateway signed for this slice", async () => {
  const system = { ...r.worker, role: "SYSTEM" } as ViewerClaims;
  const forged = [
    "",
    "nonsense",
    "referrals/graph.e30.AAAA",
    signViewer(r.worker, "referrals/graph", "another key"),
    signViewer(r.worker, "agencies/graph", key),
    signed(r.worker).replace("graph", "system"),
    signViewer(system, "referrals/system", "another key"),
  ];
  for (const token of forged) expect(await counts(token)).toEqual(nothing);
});

test("a signed viewer gets the rows of its role, whatever the statement", async () => {
  const all = {
    referral: 1,
    contact: 1,
    service_referral: 1,
    referral_event: 5,
    referral_message: 1,
    call_fact: 1,
    call_fact_subject: 1,
    call_fact_history: 0,
    call_fact_subject_history: 0,
    measure_snapshot: 1,
  };
  expect(await counts(signed(r.worker))).toEqual({ ...all, measure_snapshot: 0 });
  expect(await counts(signed(r.supervisor))).toEqual({ ...all, service_referral: 0, referral_event: 4 });
  expect(await counts(signed(r.privacyOfficer))).toEqual({
    ...all,
    service_referral: 0,
    referral_event: 4,
    referral_message: 0,
  });
  expect(await counts(signed(r.officer))).toEqual({
    ...nothing,
    referral: 1,
    referral_message: 1,
    call_fact: 1,
    call_fact_subject: 1,
  });
  expect(await counts(signed(r.provider))).toEqual({ ...nothing, service_referral: 1, referral_event: 1 });
  for (const viewer of [r.analyst, r.administrator])
    expect(await counts(signed(viewer))).toEqual({ ...nothing, measure_snapshot: 1 });
  for (const viewer of [r.strangeOfficer, r.strangeProvider, r.partner, r.anonymous])
    expect(await counts(signed(viewer))).toEqual(nothing);
});

test.each([
  [
    "an officer records a contact in the owner's name",
    "officer",
    "INSERT INTO contact SELECT gen_random_uuid(), id, record_id, 'VISIT', 'REACHED', NULL, owner_id, now(), now() FROM referral",
  ],
  [
    "a second worker records a contact as the owner",
    "secondWorker",
    "INSERT INTO contact SELECT gen_random_uuid(), id, record_id, 'VISIT', 'REACHED', NULL, owner_id, now(), now() FROM referral",
  ],
  [
    "an officer sends for another department",
    "officer",
    "INSERT INTO referral SELECT gen_random_uuid(), record_id, gen_random_uuid(), referring_agency_id, referred_by_id, NULL, source, reasons, urgency, NULL, 'REQUESTED', NULL, NULL, NULL, NULL, NULL, NULL, submitted_at, recorded_at FROM referral",
  ],
  [
    "a provider adds a service referral",
    "provider",
    "INSERT INTO service_referral SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid()))).* FROM service_referral s",
  ],
  [
    "a worker tells facts of a call",
    "worker",
    "INSERT INTO call_fact VALUES (gen_random_uuid(), gen_random_uuid(), '1', now(), NULL, now())",
  ],
  [
    "a supervisor publishes in another's name",
    "supervisor",
    "INSERT INTO measure_snapshot SELECT gen_random_uuid(), program_id, county_agency_id, measure, '{}', '{}', now(), gen_random_uuid() FROM measure_snapshot",
  ],
  [
    "an analyst publishes",
    "analyst",
    "INSERT INTO measure_snapshot SELECT gen_random_uuid(), program_id, county_agency_id, measure, '{}', '{}', now(), published_by FROM measure_snapshot",
  ],
] as const)("%s: refused", async (_name, who, sql) => {
  await expect(raw(signed(r[who]), sql)).rejects.toThrow(/row-level security/);
});

test("who may read may not change, and nobody may erase", async () => {
  expect(await raw(signed(r.privacyOfficer), "UPDATE referral SET urgency = 'STAT' RETURNING id")).toEqual([]);
  expect(await raw(signed(r.strangeOfficer), "UPDATE referral SET urgency = 'STAT' RETURNING id")).toEqual([]);
  for (const table of [
    "referral",
    "contact",
    "service_referral",
    "referral_event",
    "referral_message",
    "call_fact",
    "call_fact_history",
    "measure_snapshot",
    "audit_entry",
  ]) {
    await expect(raw(signed(r.worker), `DELETE FROM ${table}`)).rejects.toThrow(/permission denied/);
  }
  await expect(raw(signed(r.worker), "UPDATE referral_event SET kind = 'RESUMED'")).rejects.toThrow(
    /permission denied/,
  );
  expect(await raw(signed(r.worker), "SELECT * FROM audit_entry")).toEqual([]);
});

test("functions that count past row-level security count nothing that the request was not granted", async () => {
  const calls = [
    "measured_contacts($1, '2000-01-01', '2100-01-01')",
    "measured_funnel($1, '2000-01-01', '2100-01-01')",
    "measured_connections($1, '2000-01-01', '2100-01-01')",
    "measured_enrolments($1, '2100-01-01', '2100-01-01')",
    "measured_incidents($1, '{WELFARE}', '2000-01-01', '2100-01-01', '2100-01-01', 'UTC')",
  ];
  const program = randomUUID();
  const grants = JSON.stringify({ [`program ${program}`]: [r.department], exp: 4_000_000_000 });
  const forged = `referrals/grants.${Buffer.from(grants).toString("base64url")}.AAAA`;
  for (const viewer of [r.supervisor, r.analyst, r.worker, r.officer]) {
    for (const call of calls) {
      expect(await raw(signed(viewer), `SELECT * FROM ${call}`, [program])).toEqual([]);
      expect(
        await raw(
          signed(viewer),
          `SELECT m.* FROM (SELECT set_config('corespond.grants', $2, true)) g, LATERAL (SELECT * FROM ${call} OFFSET 0) m`,
          [program, forged],
        ),
      ).toEqual([]);
    }
  }
});

test("the function that rejects does so for the provider alone", async () => {
  const [{ id }] = (await r.owner<{ id: string }>("SELECT id FROM service_referral")) as [{ id: string }];
  const reject = async (token: string): Promise<unknown> =>
    (await raw(token, "SELECT reject_service_referral($1, 'OTHER', 'x') AS done", [id]))[0]?.["done"];
  for (const token of ["", signed(r.worker), signed(r.strangeProvider), signed(r.partner)])
    expect(await reject(token)).toBeNull();
  expect(await reject(signed(r.provider))).toBe(true);
});

test("what a request was shown stands in the audit, and what was withheld beside it", async () => {
  await r.see(r.colleague, `{ referral(id: "${referralId}") { urgency narrative status } }`);
  const rows = await r.owner(
    "SELECT subjects, fields, withheld FROM audit_entry WHERE action = 'READ' AND viewer_id = $1",
    [r.colleague.id],
  );
  expect(rows).toEqual([
    {
      subjects: { Referral: [referralId] },
      fields: ["Referral.urgency"],
      withheld: ["Referral.narrative", "Referral.status"],
    },
  ]);
});

test("L26: a service referral for welfare coordination is refused where the county has not decided so last", async () => {
  const { id } = await r.accepted();
  const serviceId = r.neighbours.service(r.organization);
  const { payload } = await r.act(r.worker, "referToService", { referralId: id, serviceId, need: "HOUSING" });
  const copy = async (basis: string) =>
    await raw(
      signed(r.worker),
      `INSERT INTO service_referral SELECT (jsonb_populate_record(s, jsonb_build_object(
         'id', gen_random_uuid(), 'legal_basis', $2::text, 'legal_basis_citation', 'a citation'))).*
       FROM service_referral s WHERE s.id = $1`,
      [payload.serviceReferral.id, basis],
    );
  const decide = async (allowed: boolean) =>
    await r.act(r.privacyOfficer, "recordWelfareCoordination { agency { id } }", {
      organizationId: r.organization,
      allowed,
      citation: "Opinion of the county attorney",
    });
  const refused = /row-level security/;
  await expect(copy("STATUTE")).resolves.toEqual([]);
  await expect(copy("WELFARE_COORDINATION")).rejects.toThrow(refused);
  await decide(true);
  await expect(copy("WELFARE_COORDINATION")).resolves.toEqual([]);
  await decide(false);
  await expect(copy("WELFARE_COORDINATION")).rejects.toThrow(refused);
});
