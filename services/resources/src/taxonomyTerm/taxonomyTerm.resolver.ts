import {
  type Connection,
  connectionType,
  load,
  loadMany,
  loadPage,
  pageRequest,
  type RequestContext,
} from "@corespond/kit";
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";

import { loadParts } from "../loading/partLoader";
import { searchText } from "../search/searchText";
import { TaxonomyTermsArgs } from "./taxonomyTerm.args";
import { taxonomyTermById, taxonomyTermPages, taxonomyTermsBelow } from "./taxonomyTerm.loader";
import { TaxonomyTerm } from "./taxonomyTerm.type";

const TaxonomyTermConnection = connectionType(TaxonomyTerm, "TaxonomyTerm");

/** Taxonomy terms in the graph. */
@Resolver(() => TaxonomyTerm)
export class TaxonomyTermResolver {
  @Query(() => TaxonomyTermConnection, { nullable: true, description: "Terms of all taxonomies, by name." })
  async taxonomyTerms(
    @Args(() => TaxonomyTermsArgs) args: TaxonomyTermsArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<TaxonomyTerm>> {
    const filter = { search: searchText("search", args.search) };
    return await loadPage(context, taxonomyTermPages, { parents: [], page: pageRequest(args), filter });
  }

  @FieldResolver(() => TaxonomyTerm, {
    nullable: true,
    description: "The term above this one: the first of `parents`, for HSDS knows but one.",
  })
  async parent(@Root() term: TaxonomyTerm, @Ctx() context: RequestContext): Promise<TaxonomyTerm | null> {
    const [first] = term.parentIds;
    return first === undefined ? null : await load(context, taxonomyTermById, first);
  }

  @FieldResolver(() => [TaxonomyTerm], {
    description: "All terms above this one, in the directory's order: one for most, a handful in some directories.",
  })
  async parents(@Root() term: TaxonomyTerm, @Ctx() context: RequestContext): Promise<readonly TaxonomyTerm[]> {
    const parents = await loadMany(context, taxonomyTermById, term.parentIds);
    return parents.filter((parent) => parent !== null);
  }

  @FieldResolver(() => [TaxonomyTerm], { description: "The terms directly below this one, by name, at most 100." })
  async children(@Root() term: TaxonomyTerm, @Ctx() context: RequestContext): Promise<readonly TaxonomyTerm[]> {
    return await loadParts(context, taxonomyTermsBelow, term.id);
  }
}
