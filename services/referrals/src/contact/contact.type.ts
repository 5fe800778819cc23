import { Redaction } from "@corespond/kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";

import { ContactKind } from "../vocabulary/contactKind";
import { ContactResult } from "../vocabulary/contactResult";

/** A contact as one viewer sees it; only the policy makes one. */
@Directive('@key(fields: "id")')
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({
  description:
    "A social worker's contact with a resident, made or tried, for a referral. The welfare side alone knows of it.",
  simpleResolvers: true,
})
export class Contact {
  /** Ids that field resolvers lead from. They are no fields of the graph. */
  readonly referralId: string;
  readonly byId: string;

  @Field(() => ID, { description: "Identity of the contact." })
  readonly id: string;

  @Field(() => ContactKind, { description: "How the social worker turned to the resident." })
  readonly kind: ContactKind;

  @Field(() => ContactResult, { description: "What came of it." })
  readonly result: ContactResult;

  @Field(() => String, {
    nullable: true,
    description:
      "What was learned or agreed, at most 5,000 characters. Privacy officers see that a contact happened, not this.",
  })
  readonly notes: string | null;

  @Field(() => Date, { description: "When it happened." })
  readonly occurredAt: Date;

  @Field(() => Date, { description: "When it was recorded here." })
  readonly recordedAt: Date;

  @Field(() => [Redaction], { description: "The fields that you do not get on this contact, whatever they hold." })
  readonly redactions: readonly Redaction[];
}
