import { Column, Entity, PrimaryColumn } from "typeorm";

/** One phone number of a source record. */
@Entity("person_phone")
export class PhoneRow {
  @PrimaryColumn("uuid", { name: "record_id" }) readonly recordId: string;
  @Column("uuid", { name: "source_agency_id" }) readonly sourceAgencyId: string;
  @PrimaryColumn("smallint") readonly position: number;
  @Column("text") readonly raw: string;
  @Column("text", { nullable: true }) readonly e164: string | null;
}
