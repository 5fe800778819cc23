import { Redaction } from "@corespond/kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";

import { PersonDetails } from "../details/details.type";
import { AgencyReference } from "../stubs/agency.stub";
import { StaffMemberReference } from "../stubs/staffMember.stub";

/** What one agency knows of a person, as a viewer sees it. */
@Directive('@key(fields: "id")')
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({
  description:
    "What one agency knows of a person: a source record. Records are linked to a person, never merged into one another, so that every link can be undone.",
  simpleResolvers: true,
})
export class PersonRecord extends PersonDetails {
  @Field(() => ID, { description: "Identity of the record." })
  readonly id: string;

  @Field(() => AgencyReference, {
    nullable: true,
    description: "The agency that keeps the record; withheld from providers.",
  })
  readonly sourceAgency: AgencyReference | null;

  @Field(() => StaffMemberReference, {
    nullable: true,
    description:
      "Who registered the record, null for one that an agency's records system brought; withheld from providers.",
  })
  readonly recordedBy: StaffMemberReference | null;

  @Field(() => Date, { description: "When the record was registered." })
  readonly recordedAt: Date;

  @Field(() => [Redaction], { description: "The fields that this viewer never gets on a record, whatever it holds." })
  readonly redactions: readonly Redaction[];

  @Field(() => String, {
    description: "Opaque tag of the record as this viewer sees it; it changes when what they see changes.",
  })
  readonly version: string;
}
