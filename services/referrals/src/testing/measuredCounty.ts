import { randomUUID } from "node:crypto";

import type { ViewerClaims } from "@corespond/kit";

import type { Answer, Referrals } from "./startReferrals";

/** A referral as a test puts it into the tables, with what came of it; days are `YYYY-MM-DD`, times noon in UTC. */
export interface TestReferral {
  readonly recordId?: string;
  readonly agencyId?: string;
  readonly submitted: string;
  readonly status?: string;
  readonly reason?: string | null;
  /** Days of contacts that were completed. */
  readonly contacts?: readonly string[];
  /** When everything of it was recorded; without it, at once. */
  readonly recordedAt?: string;
}

/** A program of the test's county, and ways to fill it. */
export interface MeasuredCounty {
  readonly programId: string;
  /** An agency that joins the program in 2030. */
  readonly later: string;
  /** Puts referrals into the tables; answers their ids and records in order. */
  refer(referrals: readonly TestReferral[]): Promise<readonly { id: string; recordId: string }[]>;
  /** Asks for fields of the program as a viewer: the data, or the codes of the errors. */
  ask(viewer: ViewerClaims, fields: string, programId?: string): Promise<Answer>;
}

const noon = (day: string): string => `${day}T12:00:00Z`;

/** Adds a program of both departments to the neighbours, and ways to fill it. */
export function measuredCounty(r: Referrals): MeasuredCounty {
  const [programId, later] = [randomUUID(), randomUUID()];
  r.neighbours.programs.set(programId, {
    id: programId,
    countyAgencyId: r.county,
    timeZone: "America/Chicago",
    memberships: [r.department, r.otherDepartment, later].map((agencyId) => ({
      agencyId,
      joinedOn: agencyId === later ? "2030-01-01" : "2019-01-01",
      leftOn: null,
    })),
  });
  const refer: MeasuredCounty["refer"] = async (referrals) => {
    const rows = referrals.map((referral) => rowOf(r, referral));
    await r.owner(insertSql, [JSON.stringify(rows)]);
    await r.owner(insertContactsSql, [JSON.stringify(rows)]);
    return rows.map(({ id, record_id: recordId }) => ({ id, recordId }));
  };
  const ask: MeasuredCounty["ask"] = async (viewer, fields, asked = programId) => {
    const query = `query ($_: [_Any!]!) { _entities(representations: $_) { ... on Program { ${fields} } } }`;
    const answer: Answer = await r.run(viewer, query, { _: [{ __typename: "Program", id: asked }] });
    return answer.errors
      ? { errors: answer.errors.map(({ extensions }: Answer) => extensions.code) }
      : answer.data._entities[0];
  };
  return { programId, later, refer, ask };
}

function rowOf(r: Referrals, referral: TestReferral) {
  const { status = "IN_PROGRESS", submitted, recordedAt = noon(submitted) } = referral;
  const open = ["REQUESTED", "REJECTED"].includes(status);
  return {
    id: randomUUID(),
    record_id: referral.recordId ?? randomUUID(),
    agency_id: referral.agencyId ?? r.department,
    status,
    reason: referral.reason ?? (["REJECTED", "CANCELLED", "FAILED"].includes(status) ? "OTHER" : null),
    outcome: { COMPLETED: "GOT_HELP", FAILED: "COULD_NOT_GET_HELP" }[status] ?? null,
    owner_id: open ? null : r.worker.id,
    referred_by_id: r.officer.id,
    submitted_at: noon(submitted),
    recorded_at: recordedAt,
    contacts: (referral.contacts ?? []).map((day) => ({ day: noon(day), recorded: referral.recordedAt ?? noon(day) })),
  };
}

const insertSql = `
  INSERT INTO referral (id, record_id, agency_id, referring_agency_id, referred_by_id, source, reasons, urgency, status,
    status_reason_code, status_reason_text, outcome, owner_id, submitted_at, recorded_at)
  SELECT id, record_id, agency_id, agency_id, referred_by_id, 'OFFICER', '{HOUSING}', 'ROUTINE', status, reason,
    CASE WHEN reason IS NOT NULL THEN 'Said so.' END, outcome, owner_id, submitted_at, recorded_at
  FROM jsonb_to_recordset($1) AS t (id uuid, record_id uuid, agency_id uuid, referred_by_id uuid, status text, reason text,
    outcome text, owner_id uuid, submitted_at timestamptz, recorded_at timestamptz)`;

const insertContactsSql = `
  INSERT INTO contact (id, referral_id, record_id, kind, result, by_id, occurred_at, recorded_at)
  SELECT gen_random_uuid(), t.id, t.record_id, 'VISIT', 'COMPLETED', t.owner_id, c.day, c.recorded
  FROM jsonb_to_recordset($1) AS t (id uuid, record_id uuid, owner_id uuid, contacts jsonb),
    jsonb_to_recordset(t.contacts) AS c (day timestamptz, recorded timestamptz)`;
