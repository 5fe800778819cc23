import { registerEnumType } from "type-graphql";

/** Whether a program runs on a day. */
export enum ProgramStatus {
  PLANNED = "PLANNED",
  ACTIVE = "ACTIVE",
  ENDED = "ENDED",
}

registerEnumType(ProgramStatus, {
  name: "ProgramStatus",
  description: "Whether a program runs on a day.",
  valuesConfig: {
    PLANNED: { description: "It has not been launched by that day." },
    ACTIVE: { description: "It runs on that day." },
    ENDED: { description: "It has ended by that day." },
  },
});

/** The status of a program on a day; days are texts `YYYY-MM-DD`, which compare as the days do. */
export function programStatus(
  period: { readonly launchedOn: string; readonly endedOn: string | null },
  day: string,
): ProgramStatus {
  if (day < period.launchedOn) return ProgramStatus.PLANNED;
  return period.endedOn !== null && period.endedOn <= day ? ProgramStatus.ENDED : ProgramStatus.ACTIVE;
}
