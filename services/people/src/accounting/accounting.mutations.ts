import { askFirst, load, mutate, Role, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { personById } from "../person/person.loader";
import {
  RecordAccountingStartInput,
  RecordAccountingStartPayload,
  RequestAccountingInput,
  RequestAccountingPayload,
  SuspendAccountingInput,
  SuspendAccountingPayload,
} from "./accounting.inputs";
import { accountingRequestById, accountingSuspensionById } from "./accounting.loader";
import { recordAccountingStart } from "./accountingStart.service";
import { requestAccounting, suspendAccounting, type KnownPerson } from "./accounting.service";

const roles = [Role.PRIVACY_OFFICER];

/** What privacy officers do with the accounting of disclosures. */
@Resolver()
export class AccountingMutations {
  @Mutation(() => RequestAccountingPayload, {
    nullable: true,
    description:
      "Records that a person asked to whom data about them went, which starts the clock of the law by which they ask. For privacy officers.",
  })
  async requestAccounting(
    @Arg("input", () => RequestAccountingInput, { description: "Who asks, when, and by which law." })
    input: RequestAccountingInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestAccountingPayload> {
    const known = await knownPerson(context, input.personId);
    const { result, userErrors } = await mutate(
      context,
      {
        name: "requestAccounting",
        roles,
        act: (transaction, asked: RequestAccountingInput) => requestAccounting(transaction, asked, known),
      },
      input,
    );
    return { accountingRequest: result && (await load(context, accountingRequestById, result.id)), userErrors };
  }

  @Mutation(() => RecordAccountingStartPayload, {
    nullable: true,
    description:
      "Records from which day the county gives the accounting of 42 CFR 2.25, which waits for a revised rule of HIPAA; until one is recorded it is refused, and the newest counts. For privacy officers.",
  })
  async recordAccountingStart(
    @Arg("input", () => RecordAccountingStartInput, { description: "From which day, by which rule." })
    input: RecordAccountingStartInput,
    @Ctx() context: RequestContext,
  ): Promise<RecordAccountingStartPayload> {
    const action = { name: "recordAccountingStart", roles, act: recordAccountingStart };
    const { userErrors } = await mutate(context, action, input);
    return { userErrors };
  }

  @Mutation(() => SuspendAccountingPayload, {
    nullable: true,
    description:
      "Records that an official had disclosures to their agency left out of a person's accountings (45 CFR 164.528(a)(2)); it ends by itself. For privacy officers.",
  })
  async suspendAccounting(
    @Arg("input", () => SuspendAccountingInput, { description: "Whose accountings, for whom, and until when." })
    input: SuspendAccountingInput,
    @Ctx() context: RequestContext,
  ): Promise<SuspendAccountingPayload> {
    const known = await knownPerson(context, input.personId);
    const { result, userErrors } = await mutate(
      context,
      {
        name: "suspendAccounting",
        roles,
        act: (transaction, asked: SuspendAccountingInput) => suspendAccounting(transaction, asked, known),
      },
      input,
    );
    return { accountingSuspension: result && (await load(context, accountingSuspensionById, result.id)), userErrors };
  }
}

const knownPerson = (context: RequestContext, personId: string): Promise<KnownPerson> =>
  askFirst(context, roles, () => load(context, personById, personId));
