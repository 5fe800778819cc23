import {
  ConnectionArgs,
  connectionType,
  DateScalar,
  graphError,
  load,
  loadList,
  loadPage,
  pageRequest,
  type Connection,
  type RequestContext,
} from "@corespond/kit";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";

import { assignmentsOfAgency } from "../assignment/assignment.loader";
import { Assignment } from "../assignment/assignment.type";
import { CallsArgs } from "../call/call.args";
import { CallConnection } from "../call/call.connection";
import { loadCallsOfAgency } from "../call/call.loader";
import type { CallForService } from "../call/call.type";
import { jurisdictionsOfAgency } from "../jurisdiction/jurisdiction.loader";
import { Jurisdiction } from "../jurisdiction/jurisdiction.type";
import { NatureCodesArgs } from "../natureCode/natureCode.args";
import { NatureCodeConnection } from "../natureCode/natureCode.connection";
import { natureCodePages } from "../natureCode/natureCode.loader";
import type { NatureCode } from "../natureCode/natureCode.type";
import { membershipsOfAgency } from "../program/membership.loader";
import { ProgramMembership } from "../program/membership.type";
import { StaffConnection } from "../staff/staff.connection";
import { staffPages } from "../staff/staff.loader";
import type { StaffMember } from "../staff/staff.type";
import { AgenciesArgs } from "./agency.args";
import { agencyById, agencyByOri, agencyPages } from "./agency.loader";
import { Agency } from "./agency.type";

const AgencyConnection = connectionType(Agency, "Agency");

/** Agencies in the graph. */
@Resolver(() => Agency)
export class AgencyResolver {
  @Query(() => Agency, {
    nullable: true,
    description: "One agency, by exactly one of `id` and `ori`. Null where there is none.",
  })
  async agency(
    @Arg("id", () => ID, { nullable: true, description: "The agency's id." }) id: string | undefined,
    @Arg("ori", () => String, { nullable: true, description: "The agency's ORI, 9 characters." })
    ori: string | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Agency | null> {
    if (id != null && ori == null) return await load(context, agencyById, id);
    if (ori != null && id == null) return await load(context, agencyByOri, ori);
    throw graphError("BAD_USER_INPUT", "Give exactly one of `id` and `ori`.", { argumentName: "id" });
  }

  @Query(() => AgencyConnection, { nullable: true, description: "All agencies, by name." })
  async agencies(
    @Args(() => AgenciesArgs) args: AgenciesArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Agency>> {
    return await loadPage(context, agencyPages, {
      parents: [],
      page: pageRequest(args),
      filter: { kind: args.kind ?? null },
    });
  }

  @FieldResolver(() => [Jurisdiction], {
    description:
      "The areas that the agency serves, by name: one for most, several for a joint-powers department, a few dozen at most.",
  })
  async jurisdictions(@Root() agency: Agency, @Ctx() context: RequestContext): Promise<readonly Jurisdiction[]> {
    return await loadList(context, jurisdictionsOfAgency, { parent: agency.id, asOf: null });
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: "The agency that dispatches this one; null where unknown, or where it dispatches itself.",
  })
  async dispatchedBy(@Root() agency: Agency, @Ctx() context: RequestContext): Promise<Agency | null> {
    return agency.dispatchedById === null ? null : await load(context, agencyById, agency.dispatchedById);
  }

  @FieldResolver(() => StaffConnection, {
    description: "The agency's staff that the viewer may see, by family name; also who is active no longer.",
  })
  async staff(
    @Root() agency: Agency,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<StaffMember>> {
    return await loadPage(context, staffPages, { parents: [agency.id], page: pageRequest(args), filter: null });
  }

  @FieldResolver(() => [Assignment], {
    description:
      "The social workers' assignments to the agency, earliest first: those of the day `asOf`, or without it all that are not over. A handful: few social workers share an agency.",
  })
  async assignments(
    @Root() agency: Agency,
    @Arg("asOf", () => DateScalar, { nullable: true, description: "Only assignments of this day." })
    asOf: string | undefined,
    @Ctx() context: RequestContext,
  ): Promise<readonly Assignment[]> {
    return await loadList(context, assignmentsOfAgency, { parent: agency.id, asOf: asOf ?? null });
  }

  @FieldResolver(() => [ProgramMembership], {
    description:
      "The agency's memberships in programs, latest first, past and announced ones too. A handful: an agency joins a program once or twice.",
  })
  async memberships(@Root() agency: Agency, @Ctx() context: RequestContext): Promise<readonly ProgramMembership[]> {
    return await loadList(context, membershipsOfAgency, { parent: agency.id, asOf: null });
  }

  @FieldResolver(() => CallConnection, {
    description: "The agency's calls for service that the viewer may see, latest first.",
  })
  async calls(
    @Root() agency: Agency,
    @Args(() => CallsArgs) args: CallsArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<CallForService>> {
    return await loadCallsOfAgency(context, args, agency.id);
  }

  @FieldResolver(() => NatureCodeConnection, {
    description: "The agency's own codes of what calls are about, by code; for those who may see its calls.",
  })
  async natureCodes(
    @Root() agency: Agency,
    @Args(() => NatureCodesArgs) args: NatureCodesArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<NatureCode>> {
    return await loadPage(context, natureCodePages, {
      parents: [agency.id],
      page: pageRequest(args),
      filter: { unmapped: args.unmapped ?? null },
    });
  }
}
