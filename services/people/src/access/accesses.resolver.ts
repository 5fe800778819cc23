import { pageRequest, type Connection, type RequestContext } from "@corespond/kit";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { expectAudit } from "../person/person.policy";
import { Person } from "../person/person.type";
import { accessPeriod, AccessesArgs } from "./accesses.args";
import { accessesOf } from "./accesses.service";
import { AuditEntry, AuditEntryConnection } from "./auditEntry.type";

/** Who saw a person. */
@Resolver(() => Person)
export class PersonAccessesResolver {
  @FieldResolver(() => AuditEntryConnection, {
    nullable: true,
    description:
      "Who saw or changed what of the person, in every part of the graph, the newest first (Minn. Stat. 13.055): accesses to the records that this viewer may see. For privacy officers, anybody else gets FORBIDDEN; reading it is itself an access. Where a part of the graph does not answer, there is an error and no list.",
  })
  async accesses(
    @Root() person: Person,
    @Args() args: AccessesArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<AuditEntry>> {
    expectAudit(context, "accesses");
    return await accessesOf(context, { recordIds: person.recordIds, ...accessPeriod(args) }, pageRequest(args));
  }
}
