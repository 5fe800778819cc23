import { load, type RequestContext } from "@corespond/kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { agencyById } from "../agency/agency.loader";
import { Agency } from "../agency/agency.type";
import { staffById } from "../staff/staff.loader";
import { StaffMember } from "../staff/staff.type";
import { Assignment } from "./assignment.type";

/** Assignments in the graph. */
@Resolver(() => Assignment)
export class AssignmentResolver {
  @FieldResolver(() => StaffMember, { nullable: true, description: "Who is assigned." })
  async socialWorker(@Root() assignment: Assignment, @Ctx() context: RequestContext): Promise<StaffMember | null> {
    return await load(context, staffById, assignment.socialWorkerId);
  }

  @FieldResolver(() => Agency, { nullable: true, description: "The agency whose residents the social worker serves." })
  async agency(@Root() assignment: Assignment, @Ctx() context: RequestContext): Promise<Agency | null> {
    return await load(context, agencyById, assignment.agencyId);
  }
}
