import { defineLoader, graphError, isUuid, load, type RequestContext } from "@corespond/kit";

import { programFacts, type ProgramFact } from "../../ports/agencies.port";
import { refuseMeasures } from "./measures.policy";

/** A program whose measures the viewer may have. */
export interface MeasuredProgram extends ProgramFact {
  /** Every agency that is, was or will be a member, once each. */
  readonly agencyIds: readonly string[];
}

const programById = defineLoader<string, ProgramFact>("referrals.measure.program", (context, ids) =>
  Promise.all(ids.map(async (programId) => await context.ports.ask(programFacts, { programId }))),
);

/**
 * The program to measure. Refuses by the role alone; null for another county's program as for one that is absent. Its
 * agencies are granted to the request's statements: the functions that count past row-level security count no others.
 */
export async function measuredProgram(
  context: RequestContext,
  programId: string,
  field: string,
): Promise<MeasuredProgram | null> {
  refuseMeasures(context.viewer, field);
  const program = isUuid(programId) ? await load(context, programById, programId.toLowerCase()) : null;
  if (program === null || program.countyAgencyId !== context.viewer.agencyId) return null;
  const agencyIds = [...new Set(program.memberships.map(({ agencyId }) => agencyId))];
  context.grants.allow(grantOf(program.id), agencyIds);
  return { ...program, agencyIds };
}

/** The kind of grant under which a program's agencies are allowed; `measured_agencies` reads the same. */
const grantOf = (programId: string): string => `program ${programId}`;

/** Refuses an agency that is no member: memberships are public, so this tells nothing. */
export function memberOf(program: MeasuredProgram, agencyId: string | null | undefined): string | null {
  if (agencyId == null) return null;
  const member = program.agencyIds.find((id) => id === agencyId.toLowerCase());
  if (member === undefined) {
    throw graphError(
      "BAD_USER_INPUT",
      "`agencyId` must be an agency that is, was or will be a member of the program.",
      {
        argumentName: "agencyId",
      },
    );
  }
  return member;
}
