import { askFirst, load, mutate, type RequestContext, UserError } from "@corespond/kit";
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";

import { DeclineConsentInput } from "../consent/consent.inputs";
import { grantRelated } from "../record/record.grants";
import { welfareRoles } from "../record/viewerRoles";
import { consentRefusalById } from "./consentRefusal.loader";
import { ConsentRefusal } from "./consentRefusal.type";
import { declineConsent } from "./declineConsent.service";

/** Payload of `declineConsent`. */
@ObjectType({ description: "The refusal recorded, or why it was not.", simpleResolvers: true })
export class DeclineConsentPayload {
  @Field(() => ConsentRefusal, { nullable: true, description: "The refusal; null where nothing was recorded." })
  readonly refusal: ConsentRefusal | null;

  @Field(() => [UserError], { description: "Why nothing was recorded; empty where it was." })
  readonly userErrors: readonly UserError[];
}

/** What can be done where a consent is not given. */
@Resolver()
export class ConsentRefusalMutations {
  @Mutation(() => DeclineConsentPayload, {
    nullable: true,
    description:
      "Records that a person was asked for a consent and declined. It is never a condition of service: referrals and services stay as they are. For social workers, supervisors and privacy officers who see the record.",
  })
  async declineConsent(
    @Arg("input", () => DeclineConsentInput, { description: "What was declined." }) input: DeclineConsentInput,
    @Ctx() context: RequestContext,
  ): Promise<DeclineConsentPayload> {
    const roles = welfareRoles;
    await askFirst(context, roles, () => grantRelated(context, { recordIds: [input.recordId] }));
    const action = { name: "declineConsent", roles, act: declineConsent };
    const { result, userErrors } = await mutate(context, action, input);
    return { refusal: result && (await load(context, consentRefusalById, result.id)), userErrors };
  }
}
