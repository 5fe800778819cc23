import { load, UserError, type Outcome, type RequestContext } from "@corespond/kit";
import { Field, ObjectType, type ClassType } from "type-graphql";

import { serviceReferralById } from "./serviceReferral.loader";
import { ServiceReferral } from "./serviceReferral.type";

/** What an action on a service referral answers. */
export interface ServiceReferralPayload {
  readonly serviceReferral: ServiceReferral | null;
  readonly userErrors: readonly UserError[];
}

/** Makes the payload type of one action on a service referral; `shown` says what comes back. */
export function serviceReferralPayloadType(
  mutation: string,
  name: string,
  shown = asItStands,
): ClassType<ServiceReferralPayload> {
  @ObjectType(name, { description: `Result of \`${mutation}\`.`, simpleResolvers: true })
  class Payload implements ServiceReferralPayload {
    @Field(() => ServiceReferral, { nullable: true, description: shown })
    readonly serviceReferral: ServiceReferral | null;

    @Field(() => [UserError], { description: "Why nothing was changed; empty where the action was done." })
    readonly userErrors: readonly UserError[];
  }
  return Payload;
}

const asItStands = "The service referral as it now stands for you; null where nothing was changed.";

/** Reads back the service referral that an action changed. */
export async function serviceReferralPayload(
  context: RequestContext,
  { result, userErrors }: Outcome<{ readonly id: string }>,
): Promise<ServiceReferralPayload> {
  return { serviceReferral: result && (await load(context, serviceReferralById, result.id)), userErrors };
}
