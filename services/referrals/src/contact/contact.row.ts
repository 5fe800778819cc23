import { Column, Entity, PrimaryColumn } from "typeorm";

import type { ContactKind } from "../vocabulary/contactKind";
import type { ContactResult } from "../vocabulary/contactResult";

/** A contact as stored. */
@Entity("contact")
export class ContactRow {
  @PrimaryColumn("uuid") readonly id: string;
  @Column("uuid", { name: "referral_id" }) readonly referralId: string;
  /** The referral's person, which never changes: kept here for the audit of those who see the contact. */
  @Column("uuid", { name: "record_id" }) readonly recordId: string;
  @Column("text") readonly kind: ContactKind;
  @Column("text") readonly result: ContactResult;
  @Column("text", { nullable: true }) readonly notes: string | null;
  @Column("uuid", { name: "by_id" }) readonly byId: string;
  @Column("timestamptz", { name: "occurred_at" }) readonly occurredAt: Date;
  @Column("timestamptz", { name: "recorded_at" }) readonly recordedAt: Date;
}
