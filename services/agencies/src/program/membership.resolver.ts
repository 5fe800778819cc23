import { load, type RequestContext } from "@corespond/kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { agencyById } from "../agency/agency.loader";
import { Agency } from "../agency/agency.type";
import { ProgramMembership } from "./membership.type";
import { programById } from "./program.loader";
import { Program } from "./program.type";

/** Memberships in the graph. */
@Resolver(() => ProgramMembership)
export class MembershipResolver {
  @FieldResolver(() => Agency, { nullable: true, description: "The member." })
  async agency(@Root() membership: ProgramMembership, @Ctx() context: RequestContext): Promise<Agency | null> {
    return await load(context, agencyById, membership.agencyId);
  }

  @FieldResolver(() => Program, { nullable: true, description: "The program that it is a member of." })
  async program(@Root() membership: ProgramMembership, @Ctx() context: RequestContext): Promise<Program | null> {
    return await load(context, programById, membership.programId);
  }
}
