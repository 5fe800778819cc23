import { load, mutate, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";

import { recordById } from "../record/record.loader";
import { registeringRoles } from "../record/viewerRoles";
import { PersonMatch } from "../search/search.type";
import { duplicatesBy, possibleDuplicates } from "./duplicates";
import { RegisterPersonInput, RegisterPersonPayload } from "./person.inputs";
import { personById } from "./person.loader";
import { registerPerson } from "./register.service";

/** What can be done with persons. */
@Resolver(() => RegisterPersonPayload)
export class PersonMutations {
  @Mutation(() => RegisterPersonPayload, {
    nullable: true,
    description:
      "Registers a person: a new source record of the viewer's agency, linked to no other. For officers, dispatchers and social workers. `possibleDuplicates` says who may be the same.",
  })
  async registerPerson(
    @Arg("input", () => RegisterPersonInput, { description: "What is known of the person." })
    input: RegisterPersonInput,
    @Ctx() context: RequestContext,
  ): Promise<RegisterPersonPayload> {
    const { result, userErrors } = await mutate(
      context,
      { name: "registerPerson", roles: registeringRoles, act: registerPerson },
      input,
    );
    return {
      person: result && (await load(context, personById, result.personId)),
      personRecord: result && (await load(context, recordById, result.recordId)),
      duplicatesBy: result && duplicatesBy(input),
      userErrors,
    };
  }

  @FieldResolver(() => [PersonMatch], {
    description:
      "Persons already known to this viewer who may be the same: a search by the first name, birth date and phone of the input, score 0.5 or more, at most 5.",
  })
  async possibleDuplicates(
    @Root() payload: RegisterPersonPayload,
    @Ctx() context: RequestContext,
  ): Promise<readonly PersonMatch[]> {
    return await possibleDuplicates(context, payload);
  }
}
