import type { RequestContext } from "@corespond/kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { languagesOf } from "../language/language.loader";
import { Language } from "../language/language.type";
import { loadParts } from "../loading/partLoader";
import { Phone } from "./phone.type";

/** Telephones in the graph. */
@Resolver(() => Phone)
export class PhoneResolver {
  @FieldResolver(() => [Language], { description: "The languages in which the telephone is answered, at most 100." })
  async languages(@Root() phone: Phone, @Ctx() context: RequestContext): Promise<readonly Language[]> {
    return await loadParts(context, languagesOf.phone, phone.id);
  }
}
