import { Column, Entity, PrimaryColumn } from "typeorm";

/** The table of the county's programs. */
@Entity("program")
export class ProgramRow {
  @PrimaryColumn("uuid")
  readonly id: string;

  @Column("text")
  readonly name: string;

  @Column("uuid", { name: "county_agency_id" })
  readonly countyAgencyId: string;

  @Column("text", { name: "time_zone" })
  readonly timeZone: string;

  @Column("date", { name: "launched_on" })
  readonly launchedOn: string;

  @Column("date", { name: "ended_on" })
  readonly endedOn: string | null;

  @Column("integer", { name: "repeat_caller_threshold" })
  readonly repeatCallerThreshold: number | null;

  @Column("integer", { name: "repeat_caller_days" })
  readonly repeatCallerDays: number | null;

  @Column("integer", { name: "provider_sight_days" })
  readonly providerSightDays: number | null;
}
