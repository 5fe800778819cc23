import { DateScalar, load, loadList, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";

import { agencyById } from "../agency/agency.loader";
import { Agency } from "../agency/agency.type";
import { assignmentsOfWorker } from "../assignment/assignment.loader";
import { Assignment } from "../assignment/assignment.type";
import { OrganizationReference } from "../organization/organization.type";
import { staffById } from "./staff.loader";
import { StaffMember } from "./staff.type";

/** Staff in the graph. */
@Resolver(() => StaffMember)
export class StaffResolver {
  @Query(() => StaffMember, {
    nullable: true,
    description: "One staff member. Null where there is none, or the viewer may not know of it.",
  })
  async staffMember(
    @Arg("id", () => ID, { description: "The staff member's id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<StaffMember | null> {
    return await load(context, staffById, id);
  }

  @Query(() => StaffMember, { nullable: true, description: "Who is signed in. Null for somebody who is not." })
  async me(@Ctx() context: RequestContext): Promise<StaffMember | null> {
    return context.viewer.id === null ? null : await load(context, staffById, context.viewer.id);
  }

  @FieldResolver(() => Agency, { nullable: true, description: "The employer, where that is an agency." })
  async agency(@Root() staff: StaffMember, @Ctx() context: RequestContext): Promise<Agency | null> {
    return staff.agencyId === null ? null : await load(context, agencyById, staff.agencyId);
  }

  @FieldResolver(() => OrganizationReference, {
    nullable: true,
    description: "The employer, where that is an organization that residents are referred to.",
  })
  organization(@Root() staff: StaffMember): OrganizationReference | null {
    return staff.organizationId === null ? null : { id: staff.organizationId };
  }

  @FieldResolver(() => [Assignment], {
    description:
      "A social worker's assignments, earliest first: those of the day `asOf`, or without it all that are not over. A handful: their parts add up to one position at most.",
  })
  async assignments(
    @Root() staff: StaffMember,
    @Arg("asOf", () => DateScalar, { nullable: true, description: "Only assignments of this day." })
    asOf: string | undefined,
    @Ctx() context: RequestContext,
  ): Promise<readonly Assignment[]> {
    return await loadList(context, assignmentsOfWorker, { parent: staff.id, asOf: asOf ?? null });
  }
}
