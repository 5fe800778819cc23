import {
  type Connection,
  ConnectionArgs,
  load,
  loadPage,
  mutate,
  type Outcome,
  pageRequest,
  type RequestContext,
} from "@corespond/kit";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";

import { personById } from "../person/person.loader";
import { Person } from "../person/person.type";
import { grantRelated } from "../record/record.grants";
import { BreakGlassInput, BreakGlassPayload, ReviewBreakGlassInput } from "./breakGlass.inputs";
import { breakGlassById, breakGlassPages } from "./breakGlass.loader";
import { emergencyRoles, reviewingRoles } from "./breakGlass.policy";
import { type ChangedBreakGlass, openBreakGlass, reviewBreakGlass } from "./breakGlass.service";
import { BreakGlass, BreakGlassConnection } from "./breakGlass.type";

/** Emergency accesses in the graph. */
@Resolver(() => BreakGlass)
export class BreakGlassResolver {
  @Query(() => BreakGlassConnection, {
    nullable: true,
    description:
      "Emergency accesses to review, the oldest first: for privacy officers those of their county's staff; others see their own.",
  })
  async breakGlassReviews(
    @Arg("unreviewed", () => Boolean, { defaultValue: true, description: "Only those that nobody has reviewed." })
    unreviewed: boolean,
    @Args() page: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<BreakGlass>> {
    return await loadPage(context, breakGlassPages, { parents: [], page: pageRequest(page), filter: { unreviewed } });
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description:
      "The person, as far as this viewer may see them now; null where they may not, or where there is nobody.",
  })
  async person(@Root() { askedPersonId }: BreakGlass, @Ctx() context: RequestContext): Promise<Person | null> {
    return await load(context, personById, askedPersonId);
  }

  @Mutation(() => BreakGlassPayload, {
    nullable: true,
    description:
      "Opens a person's records for one hour in an emergency, outside your relations: never consents or what 42 CFR Part 2 protects. For social workers and supervisors, never for police. It alerts the privacy officers, who review it. It is answered alike where there is no such person.",
  })
  async breakGlass(
    @Arg("input", () => BreakGlassInput, { description: "For whom, and why." }) input: BreakGlassInput,
    @Ctx() context: RequestContext,
  ): Promise<BreakGlassPayload> {
    await grantRelated(context, { personIds: [input.personId] });
    const action = { name: "breakGlass", roles: emergencyRoles, act: openBreakGlass };
    return await payloadOf(context, await mutate(context, action, input));
  }

  @Mutation(() => BreakGlassPayload, {
    nullable: true,
    description: "Records what the review of an emergency access found. For privacy officers of the county.",
  })
  async reviewBreakGlass(
    @Arg("input", () => ReviewBreakGlassInput, { description: "Which, and what was found." })
    input: ReviewBreakGlassInput,
    @Ctx() context: RequestContext,
  ): Promise<BreakGlassPayload> {
    const action = { name: "reviewBreakGlass", roles: reviewingRoles, act: reviewBreakGlass };
    return await payloadOf(context, await mutate(context, action, input));
  }
}

async function payloadOf(
  context: RequestContext,
  { result, userErrors }: Outcome<ChangedBreakGlass>,
): Promise<BreakGlassPayload> {
  return { breakGlass: result && (await load(context, breakGlassById, result.id)), userErrors };
}
