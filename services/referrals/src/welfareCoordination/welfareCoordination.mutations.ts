import { IsId, IsPlainText, KeyedInputBase, mutate, type RequestContext, UserError } from "@corespond/kit";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";

import { AgencyReference } from "../agency/agency.type";
import { recordWelfareCoordination } from "./recordWelfareCoordination.service";

/** Input of `recordWelfareCoordination`. */
@InputType({ description: "Input of `recordWelfareCoordination`." })
export class RecordWelfareCoordinationInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "The organization." })
  readonly organizationId: string;

  @Field(() => Boolean, {
    description:
      "Whether your county's staff may refer residents to it without a consent; false ends what was allowed.",
  })
  readonly allowed: boolean;

  @IsPlainText(500)
  @Field(() => String, {
    description: "Counsel's opinion, the contract or the law that the decision rests on, 1 to 500 characters.",
  })
  readonly citation: string;
}

/** What `recordWelfareCoordination` answers. */
@ObjectType({ description: "The county with its decisions, or why nothing was recorded.", simpleResolvers: true })
export class RecordWelfareCoordinationPayload {
  @Field(() => AgencyReference, { nullable: true, description: "The county; null where `userErrors` says why." })
  readonly agency: AgencyReference | null;

  @Field(() => [UserError], { description: "Why nothing was changed; empty where it was." })
  readonly userErrors: readonly UserError[];
}

/** How a county decides. */
@Resolver()
export class WelfareCoordinationMutations {
  @Mutation(() => RecordWelfareCoordinationPayload, {
    nullable: true,
    description:
      "Records what your county's counsel has found: whether its staff may refer residents to an organization to coordinate services without a consent, stating `WELFARE_COORDINATION` (Minn. Stat. 13.46, subd. 7 (a)). Until then nobody may. For the county's privacy officers.",
  })
  async recordWelfareCoordination(
    @Arg("input", () => RecordWelfareCoordinationInput, { description: "Which organization, and what was found." })
    input: RecordWelfareCoordinationInput,
    @Ctx() context: RequestContext,
  ): Promise<RecordWelfareCoordinationPayload> {
    const { result, userErrors } = await mutate(context, recordWelfareCoordination, input);
    return { agency: result && { id: result.agencyId }, userErrors };
  }
}
