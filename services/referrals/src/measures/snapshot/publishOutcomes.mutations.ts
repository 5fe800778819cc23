import { askFirst, IsId, KeyedInputBase, load, mutate, UserError, type RequestContext } from "@corespond/kit";
import { ValidateNested } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";

import { OutcomesQuestion } from "../outcomes/outcomes.args";
import { measureOutcomes } from "../outcomes/outcomes.loader";
import { publishingRoles } from "./measureSnapshot.policy";
import { publishedOutcomesById } from "./publishedOutcomes.loader";
import { PublishedOutcomes } from "./publishedOutcomes.type";
import { publishOutcomes } from "./publishOutcomes.service";

/** Input of `publishOutcomes`. */
@InputType({ description: "Input of `publishOutcomes`." })
export class PublishOutcomesInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "The program, one of your own county's." })
  readonly programId: string;

  @ValidateNested()
  @Field(() => OutcomesQuestion, { description: "What to measure." })
  readonly question: OutcomesQuestion;
}

/** Result of `publishOutcomes`. */
@ObjectType({ description: "Result of `publishOutcomes`.", simpleResolvers: true })
export class PublishOutcomesPayload {
  @Field(() => PublishedOutcomes, { nullable: true, description: "What was published; null where nothing was." })
  readonly publishedOutcomes: PublishedOutcomes | null;

  @Field(() => [UserError], { description: "Why nothing was published; empty where it was." })
  readonly userErrors: readonly UserError[];
}

/** How measures are published. */
@Resolver()
export class PublishOutcomesMutations {
  @Mutation(() => PublishOutcomesPayload, {
    nullable: true,
    description:
      "Measures a program's outcomes and publishes the answer, small cells withheld as for analysts, for the county's analysts, supervisors, privacy officers and administrators. It stays as it is. Supervisors of the county may.",
  })
  async publishOutcomes(
    @Arg("input", () => PublishOutcomesInput, { description: "Of which program, and what to measure." })
    input: PublishOutcomesInput,
    @Ctx() context: RequestContext,
  ): Promise<PublishOutcomesPayload> {
    const asked = { question: input.question, field: "publishOutcomes" };
    const measured = await askFirst(context, publishingRoles, () => measureOutcomes(context, input.programId, asked));
    const { result, userErrors } = await mutate(
      context,
      {
        name: "publishOutcomes",
        roles: publishingRoles,
        act: async (transaction) => await publishOutcomes(transaction, measured()),
      },
      input,
    );
    return { publishedOutcomes: result && (await load(context, publishedOutcomesById, result.id)), userErrors };
  }
}
