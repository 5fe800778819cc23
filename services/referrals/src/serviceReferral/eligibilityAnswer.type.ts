import { Field, InputType, ObjectType } from "type-graphql";

import { EligibilityAnswer, EligibilityQuestion } from "../vocabulary/eligibility";

/** A question of eligibility and its answer. */
@ObjectType("StatedEligibility", {
  description: "A coarse answer to a question of a service's eligibility, as the social worker gave it.",
  simpleResolvers: true,
})
export class StatedEligibility {
  @Field(() => EligibilityQuestion, { description: "What was asked." })
  readonly question: EligibilityQuestion;

  @Field(() => EligibilityAnswer, { description: "The answer." })
  readonly answer: EligibilityAnswer;
}

/** A question of eligibility and its answer, as it is given. */
@InputType({ description: "A coarse answer to a question of a service's eligibility." })
export class StatedEligibilityInput {
  @Field(() => EligibilityQuestion, { description: "What the service asks; each at most once." })
  readonly question: EligibilityQuestion;

  @Field(() => EligibilityAnswer, { description: "The answer." })
  readonly answer: EligibilityAnswer;
}

/** The answers to some questions, in their order. */
export function statedEligibility(
  questions: readonly EligibilityQuestion[],
  answers: readonly EligibilityAnswer[],
): readonly StatedEligibility[] {
  return questions.map((question, place) =>
    Object.freeze({ question, answer: answers[place] ?? EligibilityAnswer.UNKNOWN }),
  );
}
