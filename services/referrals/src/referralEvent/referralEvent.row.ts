import { Column, Entity, PrimaryColumn } from "typeorm";

import type { ReferralEventKind } from "../vocabulary/referralEventKind";
import type { ReferralStatus } from "../vocabulary/referralStatus";
import type { StatusReasonCode } from "../vocabulary/statusReasonCode";

/** One step in the history of a referral, or of a service referral made for it. Rows are only ever added. */
@Entity("referral_event")
export class ReferralEventRow {
  @PrimaryColumn("uuid") readonly id: string;
  @Column("uuid", { name: "referral_id" }) readonly referralId: string;
  @Column("uuid", { name: "service_referral_id", nullable: true }) readonly serviceReferralId: string | null;
  @Column("text") readonly kind: ReferralEventKind;
  @Column("text", { name: "from_status", nullable: true }) readonly fromStatus: ReferralStatus | null;
  @Column("text", { name: "to_status" }) readonly toStatus: ReferralStatus;
  @Column("text", { name: "reason_code", nullable: true }) readonly reasonCode: StatusReasonCode | null;
  @Column("text", { name: "reason_text", nullable: true }) readonly reasonText: string | null;
  @Column("uuid", { name: "by_id" }) readonly byId: string;
  @Column("timestamptz", { name: "occurred_at" }) readonly occurredAt: Date;
  @Column("timestamptz", { name: "recorded_at" }) readonly recordedAt: Date;
}
