import { type AnyPolicy, publicRows, type RequestContext, writtenByTheHub } from "@corespond/kit";

import type { CrisisNumber, IntakeHours } from "./intake.type";
import { defaultProviderSightDays } from "./providerSight";
import { defaultRepeatCallerRule } from "./repeatCallerRule";
import type { ProgramRow } from "./program.row";
import { Program } from "./program.type";

/** Programs, their members and their hours are public; the hub's configuration writes them. */
export const programPolicy: AnyPolicy = {
  type: "Program",
  tables: ["program", "program_membership", "crisis_number", "intake_hours", "intake_holiday"].map((table) => ({
    table,
    select: [publicRows],
    ...writtenByTheHub,
  })),
  fields: [],
};

/** A program's row with the short lists that belong to it. */
export type ProgramWithIntake = ProgramRow & {
  readonly intakeHours: readonly IntakeHours[];
  readonly holidays: readonly string[];
  readonly crisisNumbers: readonly CrisisNumber[];
};

/** Makes a program's view. */
export function viewProgram(_context: RequestContext, row: ProgramWithIntake): Program {
  return Object.freeze(
    Object.assign(new Program(), {
      id: row.id,
      name: row.name,
      launchedOn: row.launchedOn,
      endedOn: row.endedOn,
      timeZone: row.timeZone,
      intakeHours: row.intakeHours,
      holidays: row.holidays,
      crisisNumbers: row.crisisNumbers,
      repeatCallerThreshold: row.repeatCallerThreshold ?? defaultRepeatCallerRule.threshold,
      repeatCallerDays: row.repeatCallerDays ?? defaultRepeatCallerRule.days,
      providerSightDays: row.providerSightDays ?? defaultProviderSightDays,
      countyAgencyId: row.countyAgencyId,
    }),
  );
}
