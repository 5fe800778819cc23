import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A referral, of which this slice knows the reasons; another slice owns it. */
@Directive("@extends")
@Directive('@key(fields: "id")')
@ObjectType("Referral", { simpleResolvers: true })
export class ReferralReference {
  @Field(() => ID)
  readonly id: string;

  @Directive("@external")
  @Field(() => [String])
  readonly reasonCodes: readonly string[];
}
