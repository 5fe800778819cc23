import { loadPage, uuidKeys, type Connection, type RequestContext } from "@corespond/kit";
import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";

import { CallsArgs } from "../call/call.args";
import { CallConnection } from "../call/call.connection";
import { callPageKey, callPages } from "../call/call.loader";
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
    @Args(() => CallsArgs) args: CallsArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<CallForService>> {
    return await loadPage(
      context,
      callPages,
      callPageKey(args, { scope: "PERSON", parents: uuidKeys(person.recordIds) }),
    );
  }
}
