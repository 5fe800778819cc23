import { connectionType, DateScalar } from "@corespond/kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";

import { AgencyReference } from "../stubs/agency.stub";
import { OrganizationReference } from "../stubs/organization.stub";
import { StaffMemberReference } from "../stubs/staffMember.stub";
import {
  ConsentCategory,
  ConsentExpiryEvent,
  ConsentGiver,
  ConsentIncapacity,
  ConsentRecipientClass,
  ConsentRegime,
  ConsentSignature,
  MinorConsentBasis,
} from "./consent.enums";

/** A consent, as welfare roles see it. */
@Directive('@key(fields: "id")')
@Directive('@requiresScopes(scopes: [["corespond.read"]])')
@ObjectType({
  description: "A person's written consent that data about them is passed on. Welfare roles see it, nobody else.",
  simpleResolvers: true,
})
export class Consent {
  @Field(() => ID, { description: "Identity of the consent." })
  readonly id: string;

  /** The record that the consent is kept on; its view has a loader of its own. */
  readonly recordId: string;

  @Field(() => ConsentRegime, { description: "The strictest law that the consent answers to." })
  readonly regime: ConsentRegime;

  @Field(() => [ConsentRegime], { description: "All laws that it answers to, the strictest first." })
  readonly regimes: readonly ConsentRegime[];

  @Field(() => [ConsentCategory], { description: "What kinds of data it covers, at least one." })
  readonly categories: readonly ConsentCategory[];

  @Field(() => String, { nullable: true, description: "The person's name as it stands on the consent." })
  readonly patientName: string | null;

  @Field(() => [AgencyReference], {
    nullable: "items",
    description: "The agencies that may disclose, at most 50.",
  })
  readonly disclosingAgencies: readonly AgencyReference[];

  @Field(() => [OrganizationReference], {
    nullable: "items",
    description: "The organizations that may disclose, at most 50.",
  })
  readonly disclosingOrganizations: readonly OrganizationReference[];

  @Field(() => String, {
    nullable: true,
    description: "How much and what kind of data, in the consent's own words.",
  })
  readonly description: string | null;

  @Field(() => [AgencyReference], {
    nullable: "items",
    description: "The agencies that data may be passed to, at most 50.",
  })
  readonly granteeAgencies: readonly AgencyReference[];

  @Field(() => [OrganizationReference], {
    nullable: "items",
    description: "The organizations that data may be passed to, at most 50.",
  })
  readonly granteeOrganizations: readonly OrganizationReference[];

  @Field(() => ConsentRecipientClass, {
    nullable: true,
    description: "Recipients that it names by class; null where it names each.",
  })
  readonly recipientClass: ConsentRecipientClass | null;

  @Field(() => OrganizationReference, {
    nullable: true,
    description: "The intermediary through which data is passed on; null where there is none.",
  })
  readonly intermediary: OrganizationReference | null;

  @Field(() => String, {
    description: "What for: an HL7 purpose-of-use code, for example `COC` (coordination of care).",
  })
  readonly purpose: string;

  @Field(() => ConsentGiver, { description: "Who gave it." })
  readonly givenBy: ConsentGiver;

  @Field(() => String, {
    nullable: true,
    description: "The name of who gave it for the person; null where the person did.",
  })
  readonly givenByName: string | null;

  @Field(() => ConsentIncapacity, {
    nullable: true,
    description: "Why the person could not consent for themselves; null where they could.",
  })
  readonly incapacity: ConsentIncapacity | null;

  @Field(() => MinorConsentBasis, {
    nullable: true,
    description: "The law by which a minor consented alone; null where it was no minor alone.",
  })
  readonly minorConsentBasis: MinorConsentBasis | null;

  @Field(() => ConsentSignature, { nullable: true, description: "How it was signed; null where that is not recorded." })
  readonly signature: ConsentSignature | null;

  @Field(() => DateScalar, { description: "The day on which it was signed." })
  readonly signedOn: string;

  @Field(() => Date, { description: "From when it holds." })
  readonly effectiveFrom: Date;

  @Field(() => Date, { nullable: true, description: "From when it no longer holds; null where it has no end." })
  readonly expiresAt: Date | null;

  @Field(() => ConsentExpiryEvent, {
    nullable: true,
    description: "What ends it instead of a date; null where a date does.",
  })
  readonly expiryEvent: ConsentExpiryEvent | null;

  @Field(() => StaffMemberReference, {
    nullable: true,
    description: "Who recorded it here; null for one that was imported.",
  })
  readonly recordedBy: StaffMemberReference | null;

  @Field(() => Date, {
    nullable: true,
    description: "When it was revoked: from then on nothing is passed on; null where it was not.",
  })
  readonly revokedAt: Date | null;
}

/** A page of consents. */
export const ConsentConnection = connectionType(Consent, "Consent");
