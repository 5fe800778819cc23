import { Column, Entity } from "typeorm";

import { DirectoryRow } from "../directory/directory.row";
import type { ScheduleFrequency } from "./schedule.frequency";

/** The table of schedules. */
@Entity("schedule")
export class ScheduleRow extends DirectoryRow {
  @Column("uuid", { name: "service_id" })
  readonly serviceId: string | null;

  @Column("uuid", { name: "location_id" })
  readonly locationId: string | null;

  @Column("uuid", { name: "service_at_location_id" })
  readonly serviceAtLocationId: string | null;

  @Column("date", { name: "valid_from" })
  readonly validFrom: string | null;

  @Column("date", { name: "valid_to" })
  readonly validTo: string | null;

  @Column("date")
  readonly dtstart: string | null;

  @Column("date")
  readonly until: string | null;

  @Column("integer")
  readonly count: number | null;

  @Column("text")
  readonly wkst: string | null;

  @Column("text")
  readonly freq: ScheduleFrequency | null;

  @Column("integer")
  readonly interval: number | null;

  @Column("text")
  readonly byday: string | null;

  @Column("text")
  readonly byweekno: string | null;

  @Column("text")
  readonly bymonthday: string | null;

  @Column("text")
  readonly byyearday: string | null;

  @Column("text", { name: "opens_at" })
  readonly opensAt: string | null;

  @Column("text", { name: "closes_at" })
  readonly closesAt: string | null;

  @Column("text", { name: "time_zone" })
  readonly timeZone: string;

  @Column("text")
  readonly description: string | null;

  @Column("text", { name: "schedule_link" })
  readonly scheduleLink: string | null;

  @Column("text", { name: "attending_type" })
  readonly attendingType: string | null;

  @Column("text")
  readonly notes: string | null;
}
