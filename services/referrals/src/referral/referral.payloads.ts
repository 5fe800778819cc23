import { load, UserError, type Outcome, type RequestContext } from "@corespond/kit";
import { Field, ObjectType, type ClassType } from "type-graphql";

import { referralById } from "./referral.loader";
import { Referral } from "./referral.type";

/** What an action on a referral answers. */
export interface ReferralPayload {
  readonly referral: Referral | null;
  readonly userErrors: readonly UserError[];
}

/** Makes the payload type of one action on a referral. */
export function referralPayloadType(mutation: string, name: string): ClassType<ReferralPayload> {
  @ObjectType(name, { description: `Result of \`${mutation}\`.`, simpleResolvers: true })
  class Payload implements ReferralPayload {
    @Field(() => Referral, {
      nullable: true,
      description: "The referral as it now stands for you; null where nothing was changed.",
    })
    readonly referral: Referral | null;

    @Field(() => [UserError], { description: "Why nothing was changed; empty where the action was done." })
    readonly userErrors: readonly UserError[];
  }
  return Payload;
}

/** Reads back the referral that an action changed. */
export async function referralPayload(
  context: RequestContext,
  { result, userErrors }: Outcome<{ readonly id: string }>,
): Promise<ReferralPayload> {
  return { referral: result && (await load(context, referralById, result.id)), userErrors };
}
