import { askFirst, load, mutate, type Outcome, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { grantRelated } from "../record/record.grants";
import { welfareRoles } from "../record/viewerRoles";
import { GrantConsentInput, GrantConsentPayload, RevokeConsentInput, RevokeConsentPayload } from "./consent.inputs";
import { consentById } from "./consent.loader";
import { grantConsent } from "./grantConsent.service";
import { revokeConsent } from "./revokeConsent.service";

const roles = welfareRoles;

/** What can be done with consents. */
@Resolver()
export class ConsentMutations {
  @Mutation(() => GrantConsentPayload, {
    nullable: true,
    description:
      "Records a consent as it was signed, for social workers, supervisors and privacy officers who see the record. Where it lacks what the laws that apply ask for, it is refused with one error of code REQUIRED for each missing element.",
  })
  async grantConsent(
    @Arg("input", () => GrantConsentInput, { description: "The consent as it was signed." }) input: GrantConsentInput,
    @Ctx() context: RequestContext,
  ): Promise<GrantConsentPayload> {
    await askFirst(context, roles, () => grantRelated(context, { recordIds: [input.recordId] }));
    return await payload(context, await mutate(context, { name: "grantConsent", roles, act: grantConsent }, input));
  }

  @Mutation(() => RevokeConsentPayload, {
    nullable: true,
    description:
      "Revokes a consent: from the next request on nothing is passed on by it, and what it had opened is closed. For those who see it.",
  })
  async revokeConsent(
    @Arg("input", () => RevokeConsentInput, { description: "Which consent." }) input: RevokeConsentInput,
    @Ctx() context: RequestContext,
  ): Promise<RevokeConsentPayload> {
    await askFirst(context, roles, () => grantRelated(context, { consentIds: [input.consentId] }));
    return await payload(context, await mutate(context, { name: "revokeConsent", roles, act: revokeConsent }, input));
  }
}

async function payload(
  context: RequestContext,
  { result, userErrors }: Outcome<{ readonly id: string }>,
): Promise<GrantConsentPayload> {
  return { consent: result && (await load(context, consentById, result.id)), userErrors };
}
