import { Column, Entity, PrimaryColumn } from "typeorm";

/** A county's decision on one organization; the newest counts, and none is ever changed. */
@Entity("welfare_coordination")
export class WelfareCoordinationRow {
  @PrimaryColumn("uuid") readonly id: string;
  /** The county's agency, whose staff may then state the basis. */
  @Column("uuid", { name: "agency_id" }) readonly agencyId: string;
  @Column("uuid", { name: "organization_id" }) readonly organizationId: string;
  @Column("boolean") readonly allowed: boolean;
  @Column("text") readonly citation: string;
  @Column("uuid", { name: "recorded_by" }) readonly recordedBy: string;
  @Column("timestamptz", { name: "recorded_at" }) readonly recordedAt: Date;
}
