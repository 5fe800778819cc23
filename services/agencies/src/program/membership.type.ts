import { DateScalar } from "@corespond/kit";
import { Field, ObjectType } from "type-graphql";

/** An agency's membership in a program, as everybody sees it. */
@ObjectType({
  description: "An agency's membership in a program, from `joinedOn` until the day before `leftOn`. Public data.",
  simpleResolvers: true,
})
export class ProgramMembership {
  @Field(() => DateScalar, { description: "The first day of the membership; announced ones lie ahead." })
  readonly joinedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which the agency is a member no longer; null while it is.",
  })
  readonly leftOn: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Where the membership and its days are known from, or that they are a reconstruction; null where the program says so itself.",
  })
  readonly provenance: string | null;

  readonly agencyId: string;

  readonly programId: string;
}
