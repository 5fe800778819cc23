import { mutate, Role, type RequestContext, type WriteTransaction } from "@corespond/kit";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { endingOf } from "../mutation/endingOf";
import {
  AcceptServiceReferralInput,
  CancelServiceReferralInput,
  CompleteServiceReferralInput,
  RejectServiceReferralInput,
} from "./serviceReferral.inputs";
import {
  serviceReferralPayload,
  serviceReferralPayloadType,
  type ServiceReferralPayload,
} from "./serviceReferral.payloads";
import { takeServiceStep, type ChangingServiceStep } from "./takeServiceStep.service";

const AcceptServiceReferralPayload = serviceReferralPayloadType(
  "acceptServiceReferral",
  "AcceptServiceReferralPayload",
);
const RejectServiceReferralPayload = serviceReferralPayloadType(
  "rejectServiceReferral",
  "RejectServiceReferralPayload",
  "Always null: what you rejected is no longer yours to see.",
);
const CompleteServiceReferralPayload = serviceReferralPayloadType(
  "completeServiceReferral",
  "CompleteServiceReferralPayload",
);
const CancelServiceReferralPayload = serviceReferralPayloadType(
  "cancelServiceReferral",
  "CancelServiceReferralPayload",
);

const inputText = { description: "Which service referral, and what the action needs." };
const providers: readonly Role[] = [Role.PROVIDER];

/** What is done with a service referral once it is sent. */
@Resolver()
export class ServiceReferralMutations {
  @Mutation(() => AcceptServiceReferralPayload, {
    nullable: true,
    description:
      "Takes a requested service referral on. You learn who the resident is, until some days after it ends. Its provider may.",
  })
  async acceptServiceReferral(
    @Arg("input", () => AcceptServiceReferralInput, inputText) input: AcceptServiceReferralInput,
    @Ctx() context: RequestContext,
  ): Promise<ServiceReferralPayload> {
    return await stepBy(
      context,
      { name: "acceptServiceReferral", roles: providers, input },
      { action: "accept", reason: null },
    );
  }

  @Mutation(() => RejectServiceReferralPayload, {
    nullable: true,
    description:
      "Declines a requested service referral, with a reason for the social worker. You keep no sight of it. Its provider may.",
  })
  async rejectServiceReferral(
    @Arg("input", () => RejectServiceReferralInput, inputText) input: RejectServiceReferralInput,
    @Ctx() context: RequestContext,
  ): Promise<ServiceReferralPayload> {
    return await stepBy(
      context,
      { name: "rejectServiceReferral", roles: providers, input },
      { action: "reject", reason: input.reason },
    );
  }

  @Mutation(() => CompleteServiceReferralPayload, {
    nullable: true,
    description:
      "Ends an accepted service referral: COMPLETED where the resident got help, FAILED with an explanation otherwise. You lose sight of the person when the program's `providerSightDays` are over. Its provider may.",
  })
  async completeServiceReferral(
    @Arg("input", () => CompleteServiceReferralInput, inputText) input: CompleteServiceReferralInput,
    @Ctx() context: RequestContext,
  ): Promise<ServiceReferralPayload> {
    const ending = endingOf(input.outcome, input.explanation ?? null);
    return await stepBy(context, { name: "completeServiceReferral", roles: providers, input }, ending);
  }

  @Mutation(() => CancelServiceReferralPayload, {
    nullable: true,
    description:
      "Gives up a service referral that is requested or accepted, with a reason. The social worker who made it may.",
  })
  async cancelServiceReferral(
    @Arg("input", () => CancelServiceReferralInput, inputText) input: CancelServiceReferralInput,
    @Ctx() context: RequestContext,
  ): Promise<ServiceReferralPayload> {
    const asked = { name: "cancelServiceReferral", roles: [Role.SOCIAL_WORKER], input };
    return await stepBy(context, asked, { action: "cancel", reason: input.reason });
  }
}

interface AskedStep {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly input: AcceptServiceReferralInput;
}

type StepOf = Pick<ChangingServiceStep, "action" | "reason" | "outcome">;

async function stepBy(
  context: RequestContext,
  { name, roles, input }: AskedStep,
  step: StepOf,
): Promise<ServiceReferralPayload> {
  const { serviceReferralId, expectedVersion = null } = input;
  const act = async (transaction: WriteTransaction): Promise<{ readonly id: string }> =>
    await takeServiceStep(transaction, { ...step, serviceReferralId, expectedVersion });
  return await serviceReferralPayload(context, await mutate(context, { name, roles, act }, input));
}
