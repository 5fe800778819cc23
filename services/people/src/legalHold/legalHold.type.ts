import { connectionType } from "@corespond/kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";

import { StaffMemberReference } from "../stubs/staffMember.stub";

/** A legal hold, as privacy officers see it. */
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({
  description:
    "A legal hold: while it stands, nothing of the person is expunged or purged, whoever asks. For privacy officers.",
  simpleResolvers: true,
})
export class LegalHold {
  /** The record that it was placed on; its person has a loader of its own. */
  readonly recordId: string;

  @Field(() => ID, { description: "Identity of the hold." })
  readonly id: string;

  @Field(() => String, { description: "The order, subpoena or statute that it rests on." })
  readonly authority: string;

  @Field(() => String, { description: "What must be kept, and why." })
  readonly reason: string;

  @Field(() => StaffMemberReference, { nullable: true, description: "Who placed it." })
  readonly placedBy: StaffMemberReference;

  @Field(() => Date, { description: "When it was placed." })
  readonly placedAt: Date;

  @Field(() => Date, { nullable: true, description: "When it was released; null while it stands." })
  readonly releasedAt: Date | null;
}

/** A page of legal holds. */
export const LegalHoldConnection = connectionType(LegalHold, "LegalHold");
