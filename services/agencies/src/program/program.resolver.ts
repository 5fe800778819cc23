import { DateScalar, load, loadList, type RequestContext } from "@corespond/kit";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";

import { agencyById } from "../agency/agency.loader";
import { Agency } from "../agency/agency.type";
import { todayIn } from "../calendar/calendarDay";
import { coverageOfProgram } from "./coverage.loader";
import { ProgramCoverage } from "./coverage.type";
import { membershipsOfProgram } from "./membership.loader";
import { ProgramMembership } from "./membership.type";
import { allPrograms, programById } from "./program.loader";
import { ProgramStatus, programStatus } from "./program.status";
import { Program } from "./program.type";

const asOfDay = "The day; without it today, in the program's time zone.";

/** Programs in the graph. */
@Resolver(() => Program)
export class ProgramResolver {
  @Query(() => Program, { nullable: true, description: "One program. Null where there is none." })
  async program(
    @Arg("id", () => ID, { description: "The program's id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Program | null> {
    return await load(context, programById, id);
  }

  @Query(() => [Program], {
    nullable: true,
    description: "All programs, oldest first: a county runs one or a few. At most 100.",
  })
  async programs(@Ctx() context: RequestContext): Promise<readonly Program[] | null> {
    return await load(context, allPrograms, "all");
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: "The county's human services, which run the program and employ its social workers.",
  })
  async countyAgency(@Root() program: Program, @Ctx() context: RequestContext): Promise<Agency | null> {
    return await load(context, agencyById, program.countyAgencyId);
  }

  @FieldResolver(() => [ProgramMembership], {
    description:
      "The agencies' memberships, earliest first: those of the day `asOf`, or without it all, past and announced ones too. At most some dozens: the agencies of a county.",
  })
  async memberships(
    @Root() program: Program,
    @Arg("asOf", () => DateScalar, { nullable: true, description: "Only memberships of this day." })
    asOf: string | undefined,
    @Ctx() context: RequestContext,
  ): Promise<readonly ProgramMembership[]> {
    return await loadList(context, membershipsOfProgram, { parent: program.id, asOf: asOf ?? null });
  }

  @FieldResolver(() => ProgramStatus, { description: "Whether the program runs on a day." })
  status(
    @Root() program: Program,
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDay }) asOf: string | undefined,
  ): ProgramStatus {
    return programStatus(program, asOf ?? todayIn(program.timeZone));
  }

  @FieldResolver(() => ProgramCoverage, {
    nullable: true,
    description:
      "How many agencies, areas and social workers the program has on a day, and how many more were announced.",
  })
  async coverage(
    @Root() program: Program,
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDay }) asOf: string | undefined,
    @Ctx() context: RequestContext,
  ): Promise<ProgramCoverage | null> {
    return await load(context, coverageOfProgram, { programId: program.id, asOf: asOf ?? todayIn(program.timeZone) });
  }
}
