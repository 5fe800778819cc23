import type { Connection, RequestContext } from "@corespond/kit";
import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";

import { PersonCallsArgs } from "../call/call.args";
import { CallConnection } from "../call/call.connection";
import { loadCallsOfPerson } from "../call/call.loader";
import type { CallForService } from "../call/call.type";
import { PersonReference } from "./person.type";

/** What this slice adds to persons. */
@Resolver(() => PersonReference)
export class PersonResolver {
  @Directive('@requires(fields: "recordIds")')
  @FieldResolver(() => CallConnection, {
    description:
      "Calls for service that the person was part of, as caller or subject, and the viewer may see, latest first.",
  })
  async calls(
    @Root() person: PersonReference,
    @Args(() => PersonCallsArgs) args: PersonCallsArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<CallForService>> {
    return await loadCallsOfPerson(context, args, person.recordIds);
  }
}
