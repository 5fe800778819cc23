import { Column, Entity, PrimaryColumn } from "typeorm";

import type { ConsentCategory } from "../consent/consent.enums";

/** A consent that was asked for and not given. */
@Entity("consent_refusal")
export class ConsentRefusalRow {
  @PrimaryColumn("uuid") readonly id: string;
  @Column("uuid", { name: "record_id" }) readonly recordId: string;
  @Column("uuid", { name: "source_agency_id" }) readonly sourceAgencyId: string;
  @Column("text", { array: true }) readonly categories: readonly ConsentCategory[];
  @Column("date", { name: "declined_on" }) readonly declinedOn: string;
  @Column("uuid", { name: "recorded_by" }) readonly recordedBy: string;
}
