import { Column, Entity, PrimaryColumn } from "typeorm";

/** A published measure as stored: what was asked and answered, small cells withheld. Never changed. */
@Entity("measure_snapshot")
export class MeasureSnapshotRow {
  @PrimaryColumn("uuid") readonly id: string;
  @Column("uuid", { name: "program_id" }) readonly programId: string;
  @Column("uuid", { name: "county_agency_id" }) readonly countyAgencyId: string;
  @Column("text") readonly measure: "OUTCOMES";
  @Column("jsonb") readonly parameters: object;
  @Column("jsonb") readonly result: object;
  @Column("timestamptz", { name: "published_at" }) readonly publishedAt: Date;
  @Column("uuid", { name: "published_by" }) readonly publishedBy: string;
}
