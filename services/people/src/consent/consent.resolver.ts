import { ConnectionArgs, load, loadPage, pageRequest, type Connection, type RequestContext } from "@corespond/kit";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { Person } from "../person/person.type";
import { recordById } from "../record/record.loader";
import { PersonRecord } from "../record/record.type";
import { consentsOfRecords } from "./consent.loader";
import { seesConsents } from "./consent.policy";
import { Consent, ConsentConnection } from "./consent.type";

/** The record that a consent is kept on. */
@Resolver(() => Consent)
export class ConsentResolver {
  @FieldResolver(() => PersonRecord, { nullable: true, description: "The source record that the consent is kept on." })
  async record(@Root() consent: Consent, @Ctx() context: RequestContext): Promise<PersonRecord | null> {
    return await load(context, recordById, consent.recordId);
  }
}

/** A person's consents. */
@Resolver(() => Person)
export class PersonConsentsResolver {
  @FieldResolver(() => ConsentConnection, {
    nullable: true,
    description:
      "The person's consents on the records that this viewer may see, the latest signed first; for welfare roles, withheld from others.",
  })
  async consents(
    @Root() person: Person,
    @Args() page: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Consent> | null> {
    if (!seesConsents(context.viewer.role)) return null;
    return await loadPage(context, consentsOfRecords, {
      parents: person.recordIds,
      page: pageRequest(page),
      filter: null,
    });
  }
}
