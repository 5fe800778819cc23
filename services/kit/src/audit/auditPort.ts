import { z } from "zod";

import type { RequestContext } from "../context/requestContext";
import { graphError } from "../errors/graphError";
import type { PortQuestion } from "../port/portCaller";
import { portFunction, type PortFunctions } from "../port/portFunction";
import { Role } from "../viewer/role";
import { auditCount, auditedAccess, auditPage, grantAudited, type AccessPage } from "./auditPage";
import { disclosure, disclosuresOf, type Disclosure } from "./disclosuresOf";

const recordIds = z.array(z.guid()).max(200);
const instant = z.iso.datetime({ offset: true });
const period = z.object({ recordIds, from: instant, to: instant });
const page = z.object({
  size: z.int().min(1).max(100),
  forward: z.boolean(),
  after: z.string().nullable(),
  before: z.string().nullable(),
});

/** Asks a slice for a page of the accesses to some records. */
export const accessesQuestion = (slice: string): PortQuestion<AccessPage> => ({
  slice,
  fn: "auditPage",
  answer: z.object({ rows: z.array(z.object({ row: auditedAccess, cursor: z.string() })), more: z.boolean() }),
});

/** Asks a slice how many accesses there were. */
export const accessCountQuestion = (slice: string): PortQuestion<number> => ({
  slice,
  fn: "auditCount",
  answer: z.int().nonnegative(),
});

/** Asks a slice to whom of others it disclosed some records. */
export const disclosuresQuestion = (slice: string): PortQuestion<readonly Disclosure[]> => ({
  slice,
  fn: "disclosures",
  answer: z.array(disclosure),
});

/** Ends a request for the audit by whoever is no privacy officer, by role alone. */
function expectPrivacyOfficer({ viewer }: RequestContext): void {
  if (viewer.role === Role.ANONYMOUS) throw graphError("UNAUTHENTICATED", "The audit needs a signed-in viewer.");
  if (viewer.role !== Role.PRIVACY_OFFICER)
    throw graphError("FORBIDDEN", `The audit is read by privacy officers, not by the role ${viewer.role}.`);
}

/**
 * The functions by which the slice that owns persons reads this slice's audit for a privacy officer: `auditPage`,
 * `auditCount` and `disclosures`, each of those among the named records that `visible` finds the viewer to see.
 */
export function auditPort(
  visible: (context: RequestContext, recordIds: readonly string[]) => Promise<readonly string[]>,
): PortFunctions {
  const granted = async (context: RequestContext, asked: readonly string[]): Promise<readonly string[]> => {
    expectPrivacyOfficer(context);
    const seen = new Set(await visible(context, asked));
    const allowed = asked.filter((id) => seen.has(id));
    grantAudited(context, allowed);
    return allowed;
  };
  return {
    auditPage: portFunction(period.extend({ page }), async (context, asked) =>
      auditPage(context, { ...asked, recordIds: await granted(context, asked.recordIds) }, asked.page),
    ),
    auditCount: portFunction(period, async (context, asked) =>
      auditCount(context, { ...asked, recordIds: await granted(context, asked.recordIds) }),
    ),
    disclosures: portFunction(
      z.object({
        records: z.array(z.object({ recordId: z.guid(), sourceAgencyId: z.guid() })).max(200),
        from: instant,
        to: instant,
      }),
      async (context, { records, from, to }) => {
        const allowed = await granted(
          context,
          records.map(({ recordId }) => recordId),
        );
        return await disclosuresOf(context, {
          records: records.filter(({ recordId }) => allowed.includes(recordId)),
          from,
          to,
        });
      },
    ),
  };
}
