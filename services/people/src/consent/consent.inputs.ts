import { DateScalar, IsId, IsPlainText, KeyedInputBase, UserError } from "@corespond/kit";
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsOptional } from "class-validator";
import { Field, ID, InputType, ObjectType } from "type-graphql";

import {
  ConsentCategory,
  ConsentExpiryEvent,
  ConsentGiver,
  ConsentIncapacity,
  ConsentRecipientClass,
  ConsentSignature,
  MinorConsentBasis,
} from "./consent.enums";
import { IsPurposeOfUse } from "./isPurposeOfUse";
import { Consent } from "./consent.type";

const mostNamed = 50;

/** Which data a consent, or its refusal, is about. */
@InputType()
abstract class ConsentSubjectInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "The source record of the person: one that you see." })
  readonly recordId: string;

  @ArrayMinSize(1, { message: "`categories` must name at least one" })
  @ArrayUnique({ message: "`categories` must not repeat one" })
  @Field(() => [ConsentCategory], {
    description: "What kinds of data it covers. They decide which laws apply: see `ConsentRegime`.",
  })
  readonly categories: ConsentCategory[];
}

/** Input of `grantConsent`. */
@InputType({
  description:
    "A consent as it was signed. What the laws that apply ask for is refused where it is missing, all of it at once; hence fields that are nullable here and still required.",
})
export class GrantConsentInput extends ConsentSubjectInput {
  @IsOptional()
  @IsPlainText(200)
  @Field(() => String, {
    nullable: true,
    description: "The person's name as it stands on the consent, 1 to 200 characters.",
  })
  readonly patientName?: string | null;

  @IsId({ each: true })
  @ArrayMaxSize(mostNamed, { message: `\`disclosingAgencyIds\` must be at most ${mostNamed}` })
  @Field(() => [ID], { defaultValue: [], description: "The agencies that may disclose, at most 50." })
  readonly disclosingAgencyIds: string[];

  @IsId({ each: true })
  @ArrayMaxSize(mostNamed, { message: `\`disclosingOrganizationIds\` must be at most ${mostNamed}` })
  @Field(() => [ID], { defaultValue: [], description: "The organizations that may disclose, at most 50." })
  readonly disclosingOrganizationIds: string[];

  @IsOptional()
  @IsPlainText(1_000)
  @Field(() => String, {
    nullable: true,
    description: "How much and what kind of data, in the consent's own words, 1 to 1,000 characters.",
  })
  readonly description?: string | null;

  @IsId({ each: true })
  @ArrayMaxSize(mostNamed, { message: `\`granteeAgencyIds\` must be at most ${mostNamed}` })
  @Field(() => [ID], { defaultValue: [], description: "The agencies that data may be passed to, at most 50." })
  readonly granteeAgencyIds: string[];

  @IsId({ each: true })
  @ArrayMaxSize(mostNamed, { message: `\`granteeOrganizationIds\` must be at most ${mostNamed}` })
  @Field(() => [ID], { defaultValue: [], description: "The organizations that data may be passed to, at most 50." })
  readonly granteeOrganizationIds: string[];

  @Field(() => ConsentRecipientClass, {
    nullable: true,
    description:
      "Recipients by class, where the consent names them so; whoever is not named beside it gets nothing here.",
  })
  readonly recipientClass?: ConsentRecipientClass | null;

  @IsOptional()
  @IsId()
  @Field(() => ID, {
    nullable: true,
    description: "The intermediary through which data is passed on; its participants are then named as organizations.",
  })
  readonly intermediaryOrganizationId?: string | null;

  @IsOptional()
  @IsPurposeOfUse()
  @Field(() => String, {
    nullable: true,
    description: "What for: a code of HL7's v3-PurposeOfUse 3.1.0, for example `COC` (coordination of care).",
  })
  readonly purpose?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether the consent states the right to revoke it, and how.",
  })
  readonly revocationRightStated: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether it is in plain language, and was explained before it was signed.",
  })
  readonly plainLanguage: boolean;

  @Field(() => Date, { nullable: true, description: "From when it no longer holds." })
  readonly expiresAt?: Date | null;

  @Field(() => ConsentExpiryEvent, {
    nullable: true,
    description: "What ends it instead, for a consent to all treatment, payment and operations.",
  })
  readonly expiryEvent?: ConsentExpiryEvent | null;

  @Field(() => ConsentSignature, { nullable: true, description: "How it was signed." })
  readonly signature?: ConsentSignature | null;

  @Field(() => DateScalar, { nullable: true, description: "The day on which it was signed." })
  readonly signedOn?: string | null;

  @Field(() => ConsentGiver, { description: "Who gave it." })
  readonly givenBy: ConsentGiver;

  @IsOptional()
  @IsPlainText(200)
  @Field(() => String, {
    nullable: true,
    description: "The name of who gave it for the person, as the record's guardians have it, 1 to 200 characters.",
  })
  readonly givenByName?: string | null;

  @Field(() => ConsentIncapacity, { nullable: true, description: "Why the person cannot consent for themselves." })
  readonly incapacity?: ConsentIncapacity | null;

  @Field(() => MinorConsentBasis, { nullable: true, description: "The law by which a minor consents alone." })
  readonly minorConsentBasis?: MinorConsentBasis | null;
}

/** Input of `declineConsent`. */
@InputType({ description: "A consent that was asked for and not given." })
export class DeclineConsentInput extends ConsentSubjectInput {
  @Field(() => DateScalar, { description: "The day on which it was declined." })
  readonly declinedOn: string;
}

/** Input of `revokeConsent`. */
@InputType({ description: "Which consent is revoked." })
export class RevokeConsentInput extends KeyedInputBase {
  @IsId()
  @Field(() => ID, { description: "The consent: one that you see." })
  readonly consentId: string;
}

/** What an action on a consent answers. */
@ObjectType({ simpleResolvers: true })
abstract class ConsentPayload {
  @Field(() => Consent, {
    nullable: true,
    description: "The consent as it now stands; null where nothing was changed.",
  })
  readonly consent: Consent | null;

  @Field(() => [UserError], { description: "Why nothing was changed; empty where the action was done." })
  readonly userErrors: readonly UserError[];
}

/** Payload of `grantConsent`. */
@ObjectType({ description: "The consent recorded, or all that it lacks.", simpleResolvers: true })
export class GrantConsentPayload extends ConsentPayload {}

/** Payload of `revokeConsent`. */
@ObjectType({ description: "The consent revoked, or why it was not.", simpleResolvers: true })
export class RevokeConsentPayload extends ConsentPayload {}
