import { askFirst, load, mutate, type Outcome, type RequestContext, type Role } from "@corespond/kit";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { crisisDataPolicyOf } from "../ports/agencies.port";
import { grantRelated } from "../record/record.grants";
import { policeRoles } from "../record/viewerRoles";
import {
  AuthorizeCrisisDisclosureInput,
  CrisisDisclosurePayload,
  DeclineCrisisDisclosureInput,
  RecordClientNotifiedInput,
  RequestCrisisDisclosureInput,
} from "./crisisDisclosure.inputs";
import { crisisDisclosureById } from "./crisisDisclosure.loader";
import { authorizingRoles } from "./crisisDisclosure.policy";
import {
  decideCrisisDisclosure,
  recordClientNotified,
  requestCrisisDisclosure,
  type ChangedDisclosure,
} from "./crisisDisclosure.service";

const roles: readonly Role[] = policeRoles;

/** What is done with crisis disclosures. */
@Resolver()
export class CrisisDisclosureMutations {
  @Mutation(() => CrisisDisclosurePayload, {
    nullable: true,
    description:
      "Asks to be told whom to call and what helps, in a mental health crisis. For officers and dispatchers of an agency with a recorded policy (626.8477), with the purpose of use ETREAT. Nothing is shown until it is authorized.",
  })
  async requestCrisisDisclosure(
    @Arg("input", () => RequestCrisisDisclosureInput, { description: "About whom, and why." })
    input: RequestCrisisDisclosureInput,
    @Ctx() context: RequestContext,
  ): Promise<CrisisDisclosurePayload> {
    const { agencyId } = context.viewer;
    const policy = await askFirst(context, roles, async () =>
      agencyId === null ? null : await context.ports.ask(crisisDataPolicyOf, { agencyId }),
    );
    await grantRelated(context, { personIds: [input.personId] });
    const action = {
      name: "requestCrisisDisclosure",
      roles,
      act: async (transaction: Parameters<typeof requestCrisisDisclosure>[0], asked: RequestCrisisDisclosureInput) =>
        await requestCrisisDisclosure(transaction, asked, () => policy() !== null),
    };
    return await payloadOf(context, await mutate(context, action, input));
  }

  @Mutation(() => CrisisDisclosurePayload, {
    nullable: true,
    description: "Authorizes a crisis disclosure, for 4 hours without `hours`. For privacy officers of the county.",
  })
  async authorizeCrisisDisclosure(
    @Arg("input", () => AuthorizeCrisisDisclosureInput, { description: "Which, and for how long." })
    input: AuthorizeCrisisDisclosureInput,
    @Ctx() context: RequestContext,
  ): Promise<CrisisDisclosurePayload> {
    const action = { name: "authorizeCrisisDisclosure", roles: authorizingRoles, act: decideCrisisDisclosure };
    return await payloadOf(context, await mutate(context, action, input));
  }

  @Mutation(() => CrisisDisclosurePayload, {
    nullable: true,
    description: "Declines a crisis disclosure. For privacy officers of the county.",
  })
  async declineCrisisDisclosure(
    @Arg("input", () => DeclineCrisisDisclosureInput, { description: "Which." }) input: DeclineCrisisDisclosureInput,
    @Ctx() context: RequestContext,
  ): Promise<CrisisDisclosurePayload> {
    const action = {
      name: "declineCrisisDisclosure",
      roles: authorizingRoles,
      act: async (transaction: Parameters<typeof decideCrisisDisclosure>[0], asked: DeclineCrisisDisclosureInput) =>
        await decideCrisisDisclosure(transaction, { disclosureId: asked.disclosureId, hours: null }),
    };
    return await payloadOf(context, await mutate(context, action, input));
  }

  @Mutation(() => CrisisDisclosurePayload, {
    nullable: true,
    description:
      "Records that the client was told that police obtained data about them. For who asked for it, and for privacy officers.",
  })
  async recordClientNotified(
    @Arg("input", () => RecordClientNotifiedInput, { description: "Which, and when." })
    input: RecordClientNotifiedInput,
    @Ctx() context: RequestContext,
  ): Promise<CrisisDisclosurePayload> {
    const action = {
      name: "recordClientNotified",
      roles: [...policeRoles, ...authorizingRoles],
      act: recordClientNotified,
    };
    return await payloadOf(context, await mutate(context, action, input));
  }
}

async function payloadOf(
  context: RequestContext,
  { result, userErrors }: Outcome<ChangedDisclosure>,
): Promise<CrisisDisclosurePayload> {
  return { crisisDisclosure: result && (await load(context, crisisDisclosureById, result.id)), userErrors };
}
