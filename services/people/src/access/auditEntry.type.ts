import { connectionType } from "@corespond/kit";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";

import { AgencyReference } from "../stubs/agency.stub";
import { OrganizationReference } from "../stubs/organization.stub";
import { StaffMemberReference } from "../stubs/staffMember.stub";

/** How what was asked ended. */
export enum AuditOutcome {
  DENIED = "DENIED",
  FAILED = "FAILED",
  SUCCESS = "SUCCESS",
}

registerEnumType(AuditOutcome, {
  name: "AuditOutcome",
  description: "How what was asked ended (CJIS Security Policy 5.4.1).",
  valuesConfig: {
    DENIED: { description: "It was refused to this viewer." },
    FAILED: { description: "It was not done for another reason." },
    SUCCESS: { description: "It was done, or shown." },
  },
});

/** One access to a person's data. */
@ObjectType({
  description:
    "One access to a person's data: one request in one part of the graph. It holds ids, codes and names of fields, never what was seen.",
  simpleResolvers: true,
})
export class AuditEntry {
  @Field(() => ID, { description: "Identity of the entry." })
  readonly id: string;

  @Field(() => String, { description: "The part of the graph that answered: `agencies`, `people` or `referrals`." })
  readonly slice: string;

  @Field(() => Date, { description: "When the entry was recorded, just before the answer left." })
  readonly recordedAt: Date;

  @Field(() => String, { description: "The request's id, the same in every part of the graph and in the logs." })
  readonly requestId: string;

  @Field(() => StaffMemberReference, { nullable: true, description: "Who asked; null for the hub itself." })
  readonly viewer: StaffMemberReference | null;

  @Field(() => String, { description: "What the viewer was then: a role such as `OFFICER`, or `SYSTEM` for the hub." })
  readonly viewerRole: string;

  @Field(() => AgencyReference, { nullable: true, description: "The agency that the viewer worked for then." })
  readonly agency: AgencyReference | null;

  @Field(() => OrganizationReference, {
    nullable: true,
    description: "The organization that the viewer worked for then.",
  })
  readonly organization: OrganizationReference | null;

  @Field(() => String, { description: "The program by which the viewer asked." })
  readonly client: string;

  @Field(() => String, { description: "The purpose of use that was stated, a code of HL7 such as `COC`." })
  readonly purpose: string;

  @Field(() => String, { description: "What the client called its operation." })
  readonly operation: string;

  @Field(() => String, { description: "`READ`, or the name of the mutation or import." })
  readonly action: string;

  @Field(() => AuditOutcome, { description: "How it ended." })
  readonly outcome: AuditOutcome;

  @Field(() => [String], { description: "Why it was denied or failed: codes of errors and of user errors." })
  readonly codes: readonly string[];

  @Field(() => [String], { description: "What was shown or changed, as `Type.field`." })
  readonly fields: readonly string[];

  @Field(() => [String], { description: "What was asked for and withheld, as `Type.field`." })
  readonly withheld: readonly string[];

  @Field(() => [String], { description: "The legal bases on which it was shown." })
  readonly basis: readonly string[];
}

/** A page of accesses. */
export const AuditEntryConnection = connectionType(AuditEntry, "AuditEntry");
