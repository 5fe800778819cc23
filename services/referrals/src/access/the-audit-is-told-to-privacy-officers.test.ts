import { randomUUID } from "node:crypto";

import { startReferrals, type Referrals } from "../testing/startReferrals";

let r: Referrals;
let referral: { readonly id: string; readonly recordId: string };
beforeAll(async () => {
  r = await startReferrals();
  referral = await r.submitted();
  await r.see(r.officer, "query ($id: ID!) { referral(id: $id) { id acknowledgement } }", { id: referral.id });
});
afterAll(() => r.stop());

const period = () => ({ from: "2000-01-01T00:00:00Z", to: "2999-01-01T00:00:00Z" });
const page = { size: 100, forward: true, after: null, before: null };

test("L25: who saw a record's referrals is told to the slice that owns persons", async () => {
  const told = (await r.port(r.privacyOfficer, "auditPage", {
    ...{ recordIds: [referral.recordId], ...period(), page },
  })) as { readonly rows: readonly { readonly row: object }[] };
  expect(told.rows.map(({ row }) => row)).toContainEqual(
    expect.objectContaining({ viewerId: r.officer.id, action: "READ", outcome: "SUCCESS" }),
  );
  expect(await r.port(r.privacyOfficer, "auditCount", { recordIds: [referral.recordId], ...period() })).toBeGreaterThan(
    1,
  );
});

test("a record that the viewer may not see has no accesses, as one that does not exist", async () => {
  expect(await r.port(r.privacyOfficer, "auditPage", { recordIds: [randomUUID()], ...period(), page })).toEqual({
    rows: [],
    more: false,
  });
});

test("nobody but a privacy officer is told", async () => {
  for (const viewer of [r.officer, r.worker])
    for (const fn of ["auditPage", "auditCount"])
      await expect(r.port(viewer, fn, { recordIds: [referral.recordId], ...period(), page })).rejects.toMatchObject({
        extensions: { code: "FORBIDDEN" },
      });
});

test("what is told at the port is audited", async () => {
  const requestId = randomUUID();
  await r.port({ ...r.privacyOfficer, requestId }, "auditPage", { recordIds: [referral.recordId], ...period(), page });
  expect(await r.owner("SELECT fields, record_ids FROM audit_entry WHERE request_id = $1", [requestId])).toEqual([
    { fields: ["port.auditPage"], record_ids: [referral.recordId] },
  ]);
});
