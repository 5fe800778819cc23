import { rowColumns } from "@corespond/kit";

import { partLoader, type PartLoader } from "../loading/partLoader";
import { viewSchedule } from "./schedule.policy";
import { ScheduleRow } from "./schedule.row";
import type { Schedule } from "./schedule.type";

const of = (whose: string, column: string): PartLoader<Schedule> =>
  partLoader<ScheduleRow, Schedule>(`resources.schedule.of.${whose}`, {
    columns: (dataSource) => rowColumns(dataSource, ScheduleRow, "s"),
    from: "schedule s",
    where: `s.${column} = key.parent`,
    orderBy: "s.valid_from NULLS FIRST, s.external_id, s.id",
    view: viewSchedule,
  });

/** The schedules of a record, by what it is. */
export const schedulesOf = {
  service: of("service", "service_id"),
  location: of("location", "location_id"),
  serviceAtLocation: of("serviceAtLocation", "service_at_location_id"),
} as const;
