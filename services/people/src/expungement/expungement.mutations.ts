import { askFirst, loadMany, mutate, type RequestContext, type Role, type WriteTransaction } from "@corespond/kit";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { legalRoles } from "../legalHold/legalHold.policy";
import { personById } from "../person/person.loader";
import { holdingsElsewhere } from "../ports/holdings.port";
import { grantRelated } from "../record/record.grants";
import { ExpungePersonInput, ExpungePersonPayload } from "./expungement.inputs";
import { expungePerson } from "./expungement.service";

const roles: readonly Role[] = legalRoles;

/** How persons are expunged. */
@Resolver()
export class ExpungementMutations {
  @Mutation(() => ExpungePersonPayload, {
    nullable: true,
    description:
      "Removes a person's records in every slice; the audit keeps their ids, which lead nowhere any more. Refused while a legal hold stands or the retention rule keeps them. For privacy officers.",
  })
  async expungePerson(
    @Arg("input", () => ExpungePersonInput, { description: "Whose records, on what authority." })
    input: ExpungePersonInput,
    @Ctx() context: RequestContext,
  ): Promise<ExpungePersonPayload> {
    await grantRelated(context, { personIds: [input.personId] });
    const elsewhere = await askFirst(context, roles, async () => {
      const [person] = await loadMany(context, personById, [input.personId]);
      return await holdingsElsewhere(context, { recordIds: person?.recordIds ?? [], activityOnly: true });
    });
    const action = {
      name: "expungePerson",
      roles,
      act: async (transaction: WriteTransaction, asked: ExpungePersonInput) =>
        await expungePerson(transaction, asked, elsewhere),
    };
    const { result, userErrors } = await mutate(context, action, input);
    return { records: result && result.records, userErrors };
  }
}
