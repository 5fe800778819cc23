import { DateScalar, IsId } from "@corespond/kit";
import { IsIn, IsInt, IsOptional, Length, Max, Min, ValidateNested } from "class-validator";
import { ArgsType, Field, ID, InputType, Int } from "type-graphql";

import { OutcomeComparator } from "./outcomeComparator";
import { OutcomeIndex } from "./outcomeIndex";

/** Which common codes count. */
@InputType({ description: "A published set of common codes: which incidents count." })
export class OutcomeCodeSetInput {
  @Length(1, 100)
  @Field(() => String, { description: "The set's name, such as `behavioral-health`." })
  readonly name: string;

  @IsOptional()
  @Length(1, 100)
  @Field(() => String, {
    nullable: true,
    description: "The set's version; without it the newest, which is named in the answer.",
  })
  readonly version?: string | null;
}

/** A question about outcomes: arguments of the measure, and input of its publication. */
@ArgsType()
@InputType("OutcomesInput", { description: "A question about outcomes, as `Program.outcomes` takes it." })
export class OutcomesQuestion {
  @Field(() => DateScalar, {
    description:
      "The last day on which a window may end, not after the day of `knownAt`: incomplete windows do not count.",
  })
  readonly asOf: string;

  @Min(30)
  @Max(365)
  @IsInt()
  @Field(() => Int, { defaultValue: 182, description: "How many days each window has, 30 to 365." })
  readonly windowDays: number;

  @IsIn([0, 14])
  @Field(() => Int, {
    defaultValue: 0,
    description: "How many days after the index day are left out before the window after it begins: 0 or 14.",
  })
  readonly washOutDays: number;

  @ValidateNested()
  @Field(() => OutcomeCodeSetInput, { description: "Which incidents count, by their common code." })
  readonly codeSet: OutcomeCodeSetInput;

  @Field(() => OutcomeComparator, { description: "With whom the enrolled are compared." })
  readonly comparator: OutcomeComparator;

  @Min(1)
  @Max(1_000)
  @IsInt()
  @Field(() => Int, {
    description: "How many incidents in the selection window make a person one of the repeat group, 1 to 1,000.",
  })
  readonly threshold: number;

  @Field(() => OutcomeIndex, {
    defaultValue: OutcomeIndex.FIRST_CONTACT,
    description: "The day around which a person's incidents are counted.",
  })
  readonly index: OutcomeIndex;

  @IsOptional()
  @IsId()
  @Field(() => ID, {
    nullable: true,
    description: "Only those enrolled by a referral for this agency, a member of the program; without it, by any.",
  })
  readonly agencyId?: string | null;

  @IsOptional()
  @Field(() => Date, {
    nullable: true,
    description:
      "Counts by what was recorded until this instant, so that an earlier answer can be had again after corrections; without it, now. Which records are of one person is as known today.",
  })
  readonly knownAt?: Date | null;
}
