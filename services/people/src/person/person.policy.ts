import { invariant, redactionsOf, type RequestContext, Role, roleIs, type RowAccess, versionTag } from "@corespond/kit";

import { shownDetails, withheldDetails } from "../details/details.policy";
import { goldenDetails } from "../details/survivorship";
import { seesConsents } from "../consent/consent.policy";
import { basisOf, statedDetails, type WholeRecord } from "../record/record.policy";
import { registeringRoles } from "../record/viewerRoles";
import { deepFreeze } from "../rules/deepFreeze";
import { Person } from "./person.type";

/**
 * Row-level security of `person`, which holds ids alone. No viewer reads it: whether a person exists for them is
 * whether they see one of its records.
 */
export const personAccess: RowAccess = {
  table: "person",
  select: roleIs(Role.SYSTEM),
  insert: roleIs(...registeringRoles, Role.SYSTEM),
};

/** Makes the view of a person from the records that the viewer may see, newest first: the only constructor. */
export function viewPerson({ viewer, audit }: RequestContext, newestFirst: readonly WholeRecord[]): Person {
  const [newest] = newestFirst;
  invariant(newest, "a person is viewed through at least one record");
  const recordIds = newestFirst.map(({ id }) => id);
  const withheld = [...withheldDetails(viewer.role), ...(seesConsents(viewer.role) ? [] : ["consents"])];
  for (const basis of new Set(newestFirst.map((row) => basisOf(viewer, row.sourceAgencyId)))) {
    audit.saw({ type: "Person", id: newest.personId, recordIds, basis, withheld });
  }
  const { age, ...details } = shownDetails(viewer.role, goldenDetails(newestFirst.map(statedDetails)));
  const seen = { ...details, id: newest.personId, recordId: newest.id, recordIds, redactions: redactionsOf(withheld) };
  return deepFreeze(Object.assign(new Person(), { ...seen, age, version: versionTag(seen) }));
}
