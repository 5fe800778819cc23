import type { RequestContext } from "@corespond/kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { loadParts } from "../loading/partLoader";
import { phonesOf } from "../phone/phone.loader";
import { Phone } from "../phone/phone.type";
import { ContactPerson } from "./contactPerson.type";

/** Persons to ask in the graph. */
@Resolver(() => ContactPerson)
export class ContactPersonResolver {
  @FieldResolver(() => [Phone], { description: "The contact's telephones, at most 100." })
  async phones(@Root() contact: ContactPerson, @Ctx() context: RequestContext): Promise<readonly Phone[]> {
    return await loadParts(context, phonesOf.contact, contact.id);
  }
}
