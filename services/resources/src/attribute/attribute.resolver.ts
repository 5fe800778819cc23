import { load, type RequestContext } from "@corespond/kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { taxonomyTermById } from "../taxonomyTerm/taxonomyTerm.loader";
import { TaxonomyTerm } from "../taxonomyTerm/taxonomyTerm.type";
import { Attribute } from "./attribute.type";

/** Attributes in the graph. */
@Resolver(() => Attribute)
export class AttributeResolver {
  @FieldResolver(() => TaxonomyTerm, { nullable: true, description: "The term." })
  async taxonomyTerm(@Root() attribute: Attribute, @Ctx() context: RequestContext): Promise<TaxonomyTerm | null> {
    return await load(context, taxonomyTermById, attribute.taxonomyTermId);
  }
}
