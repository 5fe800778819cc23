import { Field, ID, ObjectType } from "type-graphql";

import { StaffMemberReference } from "../../staffMember/staffMember.type";
import { ProgramOutcomes } from "../outcomes/outcomes.type";

/** Outcomes as they were published. */
@ObjectType({
  description:
    "Outcomes as a supervisor published them: what was asked, and the answer of then, small cells withheld as for analysts. It never changes, whatever is corrected later.",
  simpleResolvers: true,
})
export class PublishedOutcomes {
  @Field(() => ID, { description: "Identity of the publication." })
  readonly id: string;

  @Field(() => Date, { description: "When it was published." })
  readonly publishedAt: Date;

  @Field(() => StaffMemberReference, { nullable: true, description: "Who published it." })
  readonly publishedBy: StaffMemberReference | null;

  @Field(() => ProgramOutcomes, { description: "The answer, with what was asked." })
  readonly outcomes: ProgramOutcomes;
}
