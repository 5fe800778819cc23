import { connectionType, DateScalar } from "@corespond/kit";
import { Directive, Field, ID, ObjectType } from "type-graphql";

import { AgencyReference } from "../stubs/agency.stub";
import { OrganizationReference } from "../stubs/organization.stub";
import { ConsentCategory, ConsentGiver, ConsentRegime } from "./consent.enums";

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

  @Field(() => ConsentRegime, { description: "The law that the consent answers to." })
  readonly regime: ConsentRegime;

  @Field(() => [ConsentCategory], { description: "What kinds of data it covers, at least one." })
  readonly categories: readonly ConsentCategory[];

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

  @Field(() => String, {
    description: "What for: an HL7 purpose-of-use code, for example `COC` (coordination of care).",
  })
  readonly purpose: string;

  @Field(() => ConsentGiver, { description: "Who gave it." })
  readonly givenBy: ConsentGiver;

  @Field(() => DateScalar, { description: "The day on which it was signed." })
  readonly signedOn: string;

  @Field(() => Date, { description: "From when it holds." })
  readonly effectiveFrom: Date;

  @Field(() => Date, { nullable: true, description: "From when it no longer holds; null where it has no end." })
  readonly expiresAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "When it was revoked: from then on nothing is passed on; null where it was not.",
  })
  readonly revokedAt: Date | null;
}

/** A page of consents. */
export const ConsentConnection = connectionType(Consent, "Consent");
