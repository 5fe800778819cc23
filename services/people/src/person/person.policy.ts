import {
  byTheHub,
  graphError,
  invariant,
  type Policy,
  redactionsOf,
  type RequestContext,
  Role,
  shownFields,
  versionTag,
} from "@corespond/kit";

import { type DetailField, detailRules, shownDetails } from "../details/details.policy";
import { goldenDetails } from "../details/survivorship";
import { ofOwnRecord } from "../record/ownRecord";
import { noteProtected } from "../record/protectedRelations";
import { groundOf, statedDetails, type WholeRecord } from "../record/record.policy";
import { policeRoles, registeringRoles, relatedRoles, welfareRoles } from "../record/viewerRoles";
import { deepFreeze } from "../rules/deepFreeze";
import { Person } from "./person.type";

const identity = [
  "id",
  "recordId",
  "recordIds",
  "records",
  "names",
  "age",
  "languages",
  "phones",
  "version",
  "redactions",
  "statementsOfDisagreement",
] as const;

const auditFields = ["accesses", "disclosures", "accountingRequests"] as const;

type PersonField = DetailField | (typeof identity)[number] | (typeof auditFields)[number] | "consents";

/**
 * The table holds ids alone. No viewer reads it: whether a person exists for them is whether they see one of its records,
 * and what they get of it is what they would get of these.
 */
export const personPolicy: Policy<PersonField> = {
  type: "Person",
  tables: [
    {
      table: "person",
      select: [byTheHub],
      insert: [
        {
          id: "registering",
          roles: registeringRoles,
          relation: "with a record of the own agency",
          basis: "STATUTE",
          source: "Minn. Stat. 13.82 and 13.46",
        },
        byTheHub,
      ],
    },
  ],
  fields: [
    {
      id: "identity",
      fields: identity,
      roles: [...policeRoles, ...relatedRoles, Role.SYSTEM],
      relation: "whoever sees one of its records",
      basis: "STATUTE",
      source: "Minn. Stat. 13.82 and 13.46",
    },
    { ...ofOwnRecord, id: "ownIdentity", fields: identity },
    ...detailRules,
    {
      id: "audit",
      fields: auditFields,
      roles: [Role.PRIVACY_OFFICER],
      relation: "a privacy officer who sees one of its records",
      basis: "STATUTE",
      source: "Minn. Stat. 13.055; 45 CFR 164.528; 42 CFR 2.24",
    },
    {
      id: "consents",
      fields: ["consents"],
      roles: [...welfareRoles, Role.SYSTEM],
      relation: "the welfare side",
      basis: "WELFARE_COORDINATION",
      source: "42 CFR 2.13: that somebody consented says that they are treated",
    },
    { ...ofOwnRecord, id: "ownConsents", fields: ["consents"] },
  ],
};

const refused: ReadonlySet<string> = new Set(auditFields);

/** Ends a request for what is known of the accesses to a person by whom no rule gives it to: by role alone. */
export function expectAudit({ viewer }: RequestContext, field: (typeof auditFields)[number]): void {
  if (shownFields(personPolicy, viewer, null).withheld.includes(field))
    throw graphError("FORBIDDEN", `\`Person.${field}\` is not for the role ${viewer.role}.`);
}

/** Makes the view of a person from the records that the viewer may see, newest first: the only constructor. */
export function viewPerson(context: RequestContext, newestFirst: readonly WholeRecord[]): Person {
  const { viewer, audit } = context;
  const [newest] = newestFirst;
  invariant(newest, "a person is viewed through at least one record");
  const recordIds = newestFirst.map(({ id }) => id);
  const fields = shownFields(personPolicy, viewer, null);
  // What is refused by an error is not withheld in silence: it is no redaction.
  const withheld = fields.withheld.filter((field) => !refused.has(field));
  for (const basis of new Set(newestFirst.map((row) => groundOf(context, row)))) {
    audit.saw({ type: "Person", id: newest.personId, recordIds, basis, withheld });
  }
  noteProtected(context, recordIds);
  const { age, ...details } = shownDetails(fields, goldenDetails(newestFirst.map(statedDetails)));
  const seen = { ...details, id: newest.personId, recordId: newest.id, recordIds, redactions: redactionsOf(withheld) };
  return deepFreeze(Object.assign(new Person(), { ...seen, age, version: versionTag(seen) }));
}
