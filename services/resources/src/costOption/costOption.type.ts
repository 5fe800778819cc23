import { DateScalar } from "@corespond/kit";
import { Field, Float, ID, ObjectType } from "type-graphql";

/** A cost option as everybody sees it. */
@ObjectType({
  description: "What a service costs, and for whom (HSDS 3.1 `cost_option`). Public data.",
  simpleResolvers: true,
})
export class CostOption {
  @Field(() => ID, { description: "The cost option's id in this graph." })
  readonly id: string;

  @Field(() => DateScalar, { nullable: true, description: "The first day on which the price holds." })
  readonly validFrom: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The last day on which the price holds." })
  readonly validTo: string | null;

  @Field(() => String, { nullable: true, description: "For whom or when the price holds." })
  readonly option: string | null;

  @Field(() => String, { nullable: true, description: "The currency, ISO 4217." })
  readonly currency: string | null;

  @Field(() => Float, { nullable: true, description: "The price in units of the currency." })
  readonly amount: number | null;

  @Field(() => String, { nullable: true, description: "What the price is for, for example `per session`." })
  readonly amountDescription: string | null;
}
