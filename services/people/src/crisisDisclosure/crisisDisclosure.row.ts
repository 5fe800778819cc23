import { Column, Entity, PrimaryColumn } from "typeorm";

/** A request of police to be told what helps in a crisis. Never changed: decision and notice are rows of their own. */
@Entity("crisis_disclosure")
export class CrisisDisclosureRow {
  @PrimaryColumn("uuid") readonly id: string;
  @Column("uuid", { name: "record_id" }) readonly recordId: string;
  @Column("text") readonly crisis: string;
  @Column("text") readonly necessity: string;
  @Column("uuid", { name: "requested_by" }) readonly requestedBy: string;
  @Column("uuid", { name: "requesting_agency_id" }) readonly requestingAgencyId: string;
  @Column("timestamptz", { name: "requested_at" }) readonly requestedAt: Date;
}
