import { text, webAddress } from "../hsdsColumn";
import { oneOfThese } from "../hsdsLink";
import type { HsdsTable } from "../hsdsTable";
import { readSchedule, scheduleFields } from "../scheduleReading";

/** Schedules of services, locations, and services at locations. */
export const schedules: HsdsTable = {
  files: ["schedules.csv", "regular_schedules.csv"],
  table: "schedule",
  links: oneOfThese({ service_id: "service", location_id: "location", service_at_location_id: "service_at_location" }),
  columns: { schedule_link: webAddress("schedule_link"), attending_type: text("attending_type"), notes: text("notes") },
  derived: {
    columns: [
      "valid_from",
      "valid_to",
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
      "opens_at",
      "closes_at",
      "time_zone",
      "description",
      "openings",
    ],
    jsonColumns: ["openings"],
    fields: scheduleFields,
    read: readSchedule,
  },
};
