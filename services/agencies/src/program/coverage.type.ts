import { DateScalar } from "@corespond/kit";
import { Field, Int, ObjectType } from "type-graphql";

/** How far a program reaches on a day. */
@ObjectType({
  description: "How far a program reaches on a day, and what was announced for later. Public counts.",
  simpleResolvers: true,
})
export class ProgramCoverage {
  @Field(() => DateScalar, { description: "The day that the counts are of." })
  readonly asOf: string;

  @Field(() => Int, { description: "Agencies that are members on that day." })
  readonly agencies: number;

  @Field(() => Int, { description: "Different areas that those agencies serve." })
  readonly jurisdictions: number;

  @Field(() => Int, { description: "Different social workers who are assigned to those agencies on that day." })
  readonly socialWorkers: number;

  @Field(() => Int, { description: "Agencies that are not members on that day, but join later." })
  readonly plannedAgencies: number;

  @Field(() => Int, {
    description: "Different areas that the joining agencies serve and no member serves on that day.",
  })
  readonly plannedJurisdictions: number;

  @Field(() => Int, {
    description:
      "Different social workers who are not assigned on that day, but later, to agencies that are members or join.",
  })
  readonly plannedSocialWorkers: number;
}
