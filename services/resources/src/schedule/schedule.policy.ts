import type { RequestContext, AnyPolicy } from "@corespond/kit";

import { shownPlaces } from "../access/shownPlace";
import { viewFields } from "../loading/viewFields";
import type { ScheduleRow } from "./schedule.row";
import { Schedule } from "./schedule.type";

/** Schedules are public, save those of a confidential location, whose notes may say more than when. */
export const schedulePolicy: AnyPolicy = shownPlaces({
  type: "Schedule",
  table: "schedule",
  columns: ["location_id", "service_at_location_id"],
});

/** Makes a schedule's view. */
export function viewSchedule(_context: RequestContext, row: ScheduleRow): Schedule {
  return viewFields(Schedule, row, [
    "id",
    "validFrom",
    "validTo",
    "dtstart",
    "until",
    "count",
    "wkst",
    "freq",
    "interval",
    "byday",
    "byweekno",
    "bymonthday",
    "byyearday",
    "opensAt",
    "closesAt",
    "timeZone",
    "description",
    "scheduleLink",
    "attendingType",
    "notes",
  ]);
}
