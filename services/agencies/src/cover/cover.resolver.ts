import { DateScalar, load, loadList, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { staffById } from "../staff/staff.loader";
import { StaffMember } from "../staff/staff.type";
import { coveredBy, coversOf } from "./cover.loader";
import { CaseloadCover } from "./cover.type";

const asOfDay = { nullable: true, description: "Only covers of this day." };

/** Who is who in a cover. */
@Resolver(() => CaseloadCover)
export class CoverResolver {
  @FieldResolver(() => StaffMember, { nullable: true, description: "The social worker whose caseload is lent." })
  async lender(@Root() { lenderId }: CaseloadCover, @Ctx() context: RequestContext): Promise<StaffMember | null> {
    return await load(context, staffById, lenderId);
  }

  @FieldResolver(() => StaffMember, { nullable: true, description: "The colleague who takes it on." })
  async covering(@Root() { coveringId }: CaseloadCover, @Ctx() context: RequestContext): Promise<StaffMember | null> {
    return await load(context, staffById, coveringId);
  }
}

/** A staff member's covers. */
@Resolver(() => StaffMember)
export class StaffCoversResolver {
  @FieldResolver(() => [CaseloadCover], {
    description:
      "The colleagues' caseloads that are lent to this social worker, earliest first: those of the day `asOf`, or without it all that are not over; without those that were ended early. Empty for whoever is no staff of an agency. A handful: a colleague's caseload is lent to one at a time.",
  })
  async covers(
    @Root() { id: parent }: StaffMember,
    @Arg("asOf", () => DateScalar, asOfDay) asOf: string | undefined,
    @Ctx() context: RequestContext,
  ): Promise<readonly CaseloadCover[]> {
    return await loadList(context, coversOf, { parent, asOf: asOf ?? null });
  }

  @FieldResolver(() => [CaseloadCover], {
    description:
      "To whom this social worker's caseload is lent, earliest first: on the day `asOf`, or without it all covers that are not over; without those that were ended early. Empty for whoever is no staff of an agency.",
  })
  async coveredBy(
    @Root() { id: parent }: StaffMember,
    @Arg("asOf", () => DateScalar, asOfDay) asOf: string | undefined,
    @Ctx() context: RequestContext,
  ): Promise<readonly CaseloadCover[]> {
    return await loadList(context, coveredBy, { parent, asOf: asOf ?? null });
  }
}
