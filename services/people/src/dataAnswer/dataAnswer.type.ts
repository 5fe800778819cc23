import { Directive, Field, ObjectType } from "type-graphql";

import { PersonDisclosure } from "../accounting/disclosure.type";

/** One value of what is held. */
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({ description: "One value of what is held about a person.", simpleResolvers: true })
export class HoldingDetail {
  @Field(() => String, { description: "What it is, in plain English." })
  readonly label: string;

  @Field(() => String, { description: "The value." })
  readonly value: string;
}

/** One thing held about a person. */
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({ description: "One thing held about a person.", simpleResolvers: true })
export class DataHolding {
  @Field(() => String, { description: "What it is, in plain English." })
  readonly kind: string;

  @Field(() => Date, { description: "When it happened or was recorded." })
  readonly occurredAt: Date;

  @Field(() => [HoldingDetail], { description: "What it says." })
  readonly details: readonly HoldingDetail[];
}

/** What is held about a person, to be handed over. */
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({
  description:
    "What all slices hold about a person, to be handed over on their request (Minn. Stat. 13.04 subd. 3): all of it, or an error where a slice does not answer. What a program under 42 CFR Part 2 or a victim service holds, they ask of it themselves.",
  simpleResolvers: true,
})
export class DataAnswer {
  @Field(() => [DataHolding], { description: "All that is held, the newest first." })
  readonly holdings: readonly DataHolding[];

  @Field(() => [PersonDisclosure], {
    description: "To whom of other agencies and organizations it went in the last 6 years, the latest first.",
  })
  readonly disclosures: readonly PersonDisclosure[];

  @Field(() => String, { description: "The same as a printable page of HTML, without scripts or links." })
  readonly html: string;
}
