import {
  DateScalar,
  IsId,
  IsPlainText,
  KeyedInputBase,
  load,
  mutate,
  type RequestContext,
  UserError,
} from "@corespond/kit";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";

import { agencyById } from "../agency/agency.loader";
import { Agency } from "../agency/agency.type";
import { recordCrisisDataPolicy } from "./crisisDataPolicy.service";

/** What `recordCrisisDataPolicy` is told. */
@InputType({ description: "Which agency has adopted which policy." })
export class RecordCrisisDataPolicyInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "Your own agency, or a member of your own county's programs." })
  readonly agencyId: string;

  @Field(() => DateScalar, { description: "The day on which the chief law enforcement officer adopted it." })
  readonly adoptedOn: string;

  @IsPlainText(200)
  @Field(() => String, { description: "What the policy is called, 1 to 200 characters." })
  readonly title: string;
}

/** What `recordCrisisDataPolicy` answers. */
@ObjectType({ description: "The agency with its policy, or why nothing was recorded.", simpleResolvers: true })
export class RecordCrisisDataPolicyPayload {
  @Field(() => Agency, { nullable: true, description: "The agency; null where `userErrors` says why." })
  readonly agency: Agency | null;

  @Field(() => [UserError], { description: "Why nothing was changed; empty where it was." })
  readonly userErrors: readonly UserError[];
}

/** How policies are recorded. */
@Resolver()
export class CrisisDataPolicyMutations {
  @Mutation(() => RecordCrisisDataPolicyPayload, {
    nullable: true,
    description:
      "Records that a police agency has adopted a policy on data that it is told in a crisis (Minn. Stat. 626.8477). For administrators of the agency or of its county.",
  })
  async recordCrisisDataPolicy(
    @Arg("input", () => RecordCrisisDataPolicyInput, { description: "Which agency, which policy." })
    input: RecordCrisisDataPolicyInput,
    @Ctx() context: RequestContext,
  ): Promise<RecordCrisisDataPolicyPayload> {
    const { result, userErrors } = await mutate(context, recordCrisisDataPolicy, input);
    return { agency: result && (await load(context, agencyById, result.agencyId)), userErrors };
  }
}
