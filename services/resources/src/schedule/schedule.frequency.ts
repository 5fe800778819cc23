import { registerEnumType } from "type-graphql";

/** How often a schedule recurs. */
export enum ScheduleFrequency {
  WEEKLY = "WEEKLY",
  MONTHLY = "MONTHLY",
}

registerEnumType(ScheduleFrequency, {
  name: "ScheduleFrequency",
  description: "How often a schedule recurs (HSDS 3.1 `schedule.freq`).",
  valuesConfig: {
    WEEKLY: { description: "On the same days of each week, or of every n-th." },
    MONTHLY: { description: "On the same days of each month, or of every n-th." },
  },
});
