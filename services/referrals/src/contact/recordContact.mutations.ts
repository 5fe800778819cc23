import { IsPlainText, load, mutate, type RequestContext, Role } from "@corespond/kit";
import { IsOptional } from "class-validator";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";

import { IsPastInstant } from "../inputs/isPastInstant";
import { ReferralStepInput } from "../referral/referral.inputs";
import { referralById } from "../referral/referral.loader";
import { referralPayloadType } from "../referral/referral.payloads";
import { ContactKind } from "../vocabulary/contactKind";
import { ContactResult } from "../vocabulary/contactResult";
import { contactById } from "./contact.loader";
import { Contact } from "./contact.type";
import { recordContact } from "./recordContact.service";

/** Input of `recordContact`. */
@InputType({ description: "Input of `recordContact`." })
export class RecordContactInput extends ReferralStepInput {
  @Field(() => ContactKind, { description: "How you turned to the resident." })
  readonly kind: ContactKind;

  @Field(() => ContactResult, { description: "What came of it." })
  readonly result: ContactResult;

  @IsPastInstant()
  @Field(() => Date, { description: "When it happened: not in the future, nor before the year 2000." })
  readonly occurredAt: Date;

  @IsOptional()
  @IsPlainText(5_000)
  @Field(() => String, {
    nullable: true,
    description: "What was learned or agreed, 1 to 5,000 characters. No police role ever reads it.",
  })
  readonly notes?: string | null;
}

/** Result of `recordContact`. */
@ObjectType({ description: "Result of `recordContact`.", simpleResolvers: true })
export class RecordContactPayload extends referralPayloadType("recordContact", "RecordContactPayloadBase") {
  @Field(() => Contact, { nullable: true, description: "The contact; null where nothing was changed." })
  readonly contact: Contact | null;
}

/** How a contact comes to be. */
@Resolver()
export class RecordContactMutations {
  @Mutation(() => RecordContactPayload, {
    nullable: true,
    description:
      "Records a contact with the resident, made or tried. The first one takes an accepted referral into progress. Its owner may.",
  })
  async recordContact(
    @Arg("input", () => RecordContactInput, { description: "For which referral, and what happened." })
    input: RecordContactInput,
    @Ctx() context: RequestContext,
  ): Promise<RecordContactPayload> {
    const { result, userErrors } = await mutate(
      context,
      { name: "recordContact", roles: [Role.SOCIAL_WORKER], act: recordContact },
      input,
    );
    if (!result) return { contact: null, referral: null, userErrors };
    const [contact, referral] = await Promise.all([
      load(context, contactById, result.id),
      load(context, referralById, result.referralId),
    ]);
    return { contact, referral, userErrors };
  }
}
