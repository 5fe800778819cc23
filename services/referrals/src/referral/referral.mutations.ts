import { mutate, Role, type RequestContext, type WriteTransaction } from "@corespond/kit";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { endingOf } from "../mutation/endingOf";
import {
  AcceptReferralInput,
  CancelReferralInput,
  CompleteReferralInput,
  PutReferralOnHoldInput,
  RejectReferralInput,
  ResumeReferralInput,
  type ReferralStepInput,
} from "./referral.inputs";
import { referralPayload, referralPayloadType, type ReferralPayload } from "./referral.payloads";
import { takeStep } from "./takeStep.service";

const AcceptReferralPayload = referralPayloadType("acceptReferral", "AcceptReferralPayload");
const RejectReferralPayload = referralPayloadType("rejectReferral", "RejectReferralPayload");
const PutReferralOnHoldPayload = referralPayloadType("putReferralOnHold", "PutReferralOnHoldPayload");
const ResumeReferralPayload = referralPayloadType("resumeReferral", "ResumeReferralPayload");
const CompleteReferralPayload = referralPayloadType("completeReferral", "CompleteReferralPayload");
const CancelReferralPayload = referralPayloadType("cancelReferral", "CancelReferralPayload");

const inputText = { description: "Which referral, and what the action needs." };
const socialWorkers: readonly Role[] = [Role.SOCIAL_WORKER];
const inCharge: readonly Role[] = [Role.SOCIAL_WORKER, Role.SUPERVISOR];

/** What the welfare side does with a referral as a whole. */
@Resolver()
export class ReferralMutations {
  @Mutation(() => AcceptReferralPayload, {
    nullable: true,
    description:
      "Takes a requested referral on: you become its owner. A social worker who serves its agency may. Of two who do so at once, one does.",
  })
  async acceptReferral(
    @Arg("input", () => AcceptReferralInput, inputText) input: AcceptReferralInput,
    @Ctx() context: RequestContext,
  ): Promise<ReferralPayload> {
    return await stepBy(
      context,
      { name: "acceptReferral", roles: socialWorkers, input },
      { action: "accept", reason: null },
    );
  }

  @Mutation(() => RejectReferralPayload, {
    nullable: true,
    description:
      "Declines a requested referral, with a reason. A social worker who serves its agency may. Its sender sees only that it is closed.",
  })
  async rejectReferral(
    @Arg("input", () => RejectReferralInput, inputText) input: RejectReferralInput,
    @Ctx() context: RequestContext,
  ): Promise<ReferralPayload> {
    return await stepBy(
      context,
      { name: "rejectReferral", roles: socialWorkers, input },
      { action: "reject", reason: input.reason },
    );
  }

  @Mutation(() => PutReferralOnHoldPayload, {
    nullable: true,
    description:
      "Pauses a referral that is accepted or in progress, with a reason. Its owner may, and a supervisor of its agency's program.",
  })
  async putReferralOnHold(
    @Arg("input", () => PutReferralOnHoldInput, inputText) input: PutReferralOnHoldInput,
    @Ctx() context: RequestContext,
  ): Promise<ReferralPayload> {
    return await stepBy(
      context,
      { name: "putReferralOnHold", roles: inCharge, input },
      { action: "hold", reason: input.reason },
    );
  }

  @Mutation(() => ResumeReferralPayload, {
    nullable: true,
    description:
      "Takes a referral that is on hold up again: it is in progress. Its owner may, and a supervisor of its agency's program.",
  })
  async resumeReferral(
    @Arg("input", () => ResumeReferralInput, inputText) input: ResumeReferralInput,
    @Ctx() context: RequestContext,
  ): Promise<ReferralPayload> {
    return await stepBy(
      context,
      { name: "resumeReferral", roles: inCharge, input },
      { action: "resume", reason: null },
    );
  }

  @Mutation(() => CompleteReferralPayload, {
    nullable: true,
    description:
      "Ends a referral that somebody works on: COMPLETED where the resident got help, FAILED with an explanation otherwise. Its owner may, and a supervisor of its agency's program.",
  })
  async completeReferral(
    @Arg("input", () => CompleteReferralInput, inputText) input: CompleteReferralInput,
    @Ctx() context: RequestContext,
  ): Promise<ReferralPayload> {
    const ending = endingOf(input.outcome, input.explanation ?? null);
    return await stepBy(context, { name: "completeReferral", roles: inCharge, input }, ending);
  }

  @Mutation(() => CancelReferralPayload, {
    nullable: true,
    description:
      "Gives up a referral that somebody works on, with a reason. Its owner may, and a supervisor of its agency's program.",
  })
  async cancelReferral(
    @Arg("input", () => CancelReferralInput, inputText) input: CancelReferralInput,
    @Ctx() context: RequestContext,
  ): Promise<ReferralPayload> {
    return await stepBy(
      context,
      { name: "cancelReferral", roles: inCharge, input },
      { action: "cancel", reason: input.reason },
    );
  }
}

interface AskedStep {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly input: ReferralStepInput;
}

type StepOf = Pick<Parameters<typeof takeStep>[1], "action" | "reason" | "outcome">;

async function stepBy(
  context: RequestContext,
  { name, roles, input }: AskedStep,
  step: StepOf,
): Promise<ReferralPayload> {
  const { referralId, expectedVersion = null } = input;
  const act = async (transaction: WriteTransaction): Promise<{ readonly id: string }> => {
    const { id } = await takeStep(transaction, { ...step, referralId, expectedVersion });
    return { id };
  };
  return await referralPayload(context, await mutate(context, { name, roles, act }, input));
}
