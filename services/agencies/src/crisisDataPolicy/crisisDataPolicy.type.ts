import { DateScalar } from "@corespond/kit";
import { Field, ID, ObjectType } from "type-graphql";

/** A police agency's policy on data that it is told in a crisis. */
@ObjectType({
  description:
    "A police agency's written policy on mental health data that it is told in a crisis: who has access, how long it is kept, how it is secured (Minn. Stat. 626.8477). Without one the agency is told nothing.",
  simpleResolvers: true,
})
export class CrisisDataPolicy {
  @Field(() => ID, { description: "Identity of the policy." })
  readonly id: string;

  @Field(() => DateScalar, { description: "The day on which the chief law enforcement officer adopted it." })
  readonly adoptedOn: string;

  @Field(() => String, { description: "What it is called, 1 to 200 characters." })
  readonly title: string;
}
