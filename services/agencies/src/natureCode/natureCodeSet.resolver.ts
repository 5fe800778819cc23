import { load, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, Query, Resolver } from "type-graphql";

import { natureCodeSetByName, natureCodeSets } from "./natureCodeSet.loader";
import { NatureCodeSet } from "./natureCodeSet.type";

/** Sets of codes in the graph. */
@Resolver(() => NatureCodeSet)
export class NatureCodeSetResolver {
  @Query(() => NatureCodeSet, {
    nullable: true,
    description: "One set of common codes, of a version or without one of the newest. Null where there is none.",
  })
  async natureCodeSet(
    @Arg("name", () => String, { description: "The set's name, for example `behavioral-health`." }) name: string,
    @Arg("version", () => String, { nullable: true, description: "The version, for example `2026-01`." })
    version: string | undefined,
    @Ctx() context: RequestContext,
  ): Promise<NatureCodeSet | null> {
    return await load(context, natureCodeSetByName, { name, version: version ?? null });
  }

  @Query(() => [NatureCodeSet], {
    nullable: true,
    description: "All sets of common codes, by name, and of each name the newest version first. At most 200.",
  })
  async natureCodeSets(
    @Arg("name", () => String, { nullable: true, description: "Only sets with this name." })
    name: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<readonly NatureCodeSet[] | null> {
    return await load(context, natureCodeSets, name == null ? {} : { name });
  }
}
