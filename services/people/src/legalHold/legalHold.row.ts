import { Column, Entity, PrimaryColumn } from "typeorm";

/** A legal hold. Never changed: its release is a row of its own. */
@Entity("legal_hold")
export class LegalHoldRow {
  @PrimaryColumn("uuid") readonly id: string;
  @Column("uuid", { name: "record_id" }) readonly recordId: string;
  @Column("text") readonly authority: string;
  @Column("text") readonly reason: string;
  @Column("uuid", { name: "placed_by" }) readonly placedBy: string;
  @Column("timestamptz", { name: "placed_at" }) readonly placedAt: Date;
}
