import { askFirst, load, mutate, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { personByRecordId } from "../person/person.loader";
import { grantRelated } from "../record/record.grants";
import {
  LinkResidentLoginInput,
  LinkResidentLoginPayload,
  UnlinkResidentLoginInput,
  UnlinkResidentLoginPayload,
} from "./residentLogin.inputs";
import { linkingRoles } from "./residentLogin.policy";
import { linkResidentLogin, unlinkResidentLogin } from "./residentLogin.service";

/** How a resident comes to see the own record, and ceases to. */
@Resolver()
export class ResidentLoginMutations {
  @Mutation(() => LinkResidentLoginPayload, {
    nullable: true,
    description:
      "Links a resident's sign-in to the records of which they have proved to be the subject (Minn. Stat. 13.04, subd. 3). For social workers and privacy officers, who must see all of these records.",
  })
  async linkResidentLogin(
    @Arg("input", () => LinkResidentLoginInput, { description: "The sign-in, the records and the proof." })
    input: LinkResidentLoginInput,
    @Ctx() context: RequestContext,
  ): Promise<LinkResidentLoginPayload> {
    const granted = await askFirst(context, linkingRoles, () => grantRelated(context, { recordIds: input.recordIds }));
    const { result, userErrors } = await mutate(
      context,
      {
        name: "linkResidentLogin",
        roles: linkingRoles,
        act: async (transaction) => {
          granted();
          return await linkResidentLogin(transaction, input);
        },
      },
      input,
    );
    return { person: result && (await load(context, personByRecordId, result.recordId)), userErrors };
  }

  @Mutation(() => UnlinkResidentLoginPayload, {
    nullable: true,
    description:
      "Unlinks a resident's sign-in, at once. For social workers and privacy officers of the county that linked it.",
  })
  async unlinkResidentLogin(
    @Arg("input", () => UnlinkResidentLoginInput, { description: "The sign-in." }) input: UnlinkResidentLoginInput,
    @Ctx() context: RequestContext,
  ): Promise<UnlinkResidentLoginPayload> {
    const { result, userErrors } = await mutate(
      context,
      {
        name: "unlinkResidentLogin",
        roles: linkingRoles,
        act: async (transaction) => await unlinkResidentLogin(transaction, input),
      },
      input,
    );
    return { unlinked: result !== null, userErrors };
  }
}
