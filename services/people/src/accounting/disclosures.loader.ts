import { disclosuresOf, disclosuresQuestion, grantAudited, type Disclosure, type RequestContext } from "@corespond/kit";

import { otherSlices } from "../access/accesses.service";
import { deepFreeze } from "../rules/deepFreeze";
import { accountedRecords } from "./accounting.loader";
import { yearsBefore } from "./accounting.rules";
import { isExempt } from "./disclosure.rules";
import { PersonDisclosure } from "./disclosure.type";

/**
 * What was disclosed of some records in the last years, in all slices, the latest first, without what an official had
 * suspended. A slice that does not answer fails the list.
 */
export async function disclosuresOfRecords(
  context: RequestContext,
  recordIds: readonly string[],
  years: number,
): Promise<readonly PersonDisclosure[]> {
  const { records, suspended } = await accountedRecords(context, recordIds);
  const to = new Date();
  const period = { records, from: yearsBefore(to, years).toISOString(), to: to.toISOString() };
  grantAudited(context, recordIds);
  const found = await Promise.all([
    disclosuresOf(context, period).then((own) => viewsOf(own, "people")),
    ...otherSlices.map(async (slice) => viewsOf(await context.ports.ask(disclosuresQuestion(slice), period), slice)),
  ]);
  return found
    .flat()
    .filter(({ recipientAgency }) => !suspended.has(recipientAgency?.id ?? ""))
    .toSorted((a, b) => b.lastAt.getTime() - a.lastAt.getTime());
}

const viewsOf = (found: readonly Disclosure[], slice: string): readonly PersonDisclosure[] =>
  found.map((row) => {
    const { agencyId, organizationId, role, firstAt, lastAt, ...shown } = row;
    return deepFreeze(
      Object.assign(new PersonDisclosure(), {
        ...shown,
        slice,
        recipientRole: role,
        recipientAgency: agencyId === null ? null : { id: agencyId },
        recipientOrganization: organizationId === null ? null : { id: organizationId },
        firstAt: new Date(firstAt),
        lastAt: new Date(lastAt),
        exempt: isExempt(row),
      }),
    );
  });
