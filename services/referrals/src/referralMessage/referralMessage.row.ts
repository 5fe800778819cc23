import { Column, Entity, PrimaryColumn } from "typeorm";

import type { StatusReasonCode } from "../vocabulary/statusReasonCode";

/** What a sender tells a referral's owner, as stored. */
@Entity("referral_message")
export class ReferralMessageRow {
  @PrimaryColumn("uuid") readonly id: string;
  @Column("uuid", { name: "referral_id" }) readonly referralId: string;
  @Column("uuid", { name: "record_id" }) readonly recordId: string;
  @Column("uuid", { name: "from_id" }) readonly fromId: string;
  @Column("text", { name: "reason_code" }) readonly reasonCode: StatusReasonCode;
  @Column("text", { name: "body" }) readonly text: string;
  @Column("timestamptz", { name: "sent_at" }) readonly sentAt: Date;
}
