import { Column, Entity, PrimaryColumn } from "typeorm";

import type { LegalBasis } from "../vocabulary/legalBasis";
import type { ReferralOutcome } from "../vocabulary/referralOutcome";
import type { ReferralReason } from "../vocabulary/referralReason";
import type { ReferralSource } from "../vocabulary/referralSource";
import type { ReferralStatus } from "../vocabulary/referralStatus";
import type { ReferralUrgency } from "../vocabulary/referralUrgency";
import type { StatusReasonCode } from "../vocabulary/statusReasonCode";

/** A referral as stored. */
@Entity("referral")
export class ReferralRow {
  @PrimaryColumn("uuid") readonly id: string;
  @Column("uuid", { name: "record_id" }) readonly recordId: string;
  /** The agency whose residents' social worker the referral goes to. */
  @Column("uuid", { name: "agency_id" }) readonly agencyId: string;
  /** The employer of whoever referred: a dispatch centre may refer for a department, a county for itself. */
  @Column("uuid", { name: "referring_agency_id" }) readonly referringAgencyId: string;
  @Column("uuid", { name: "referred_by_id" }) readonly referredById: string;
  @Column("uuid", { name: "call_id", nullable: true }) readonly callId: string | null;
  @Column("text") readonly source: ReferralSource;
  @Column("text", { array: true }) readonly reasons: readonly ReferralReason[];
  @Column("text") readonly urgency: ReferralUrgency;
  @Column("text", { nullable: true }) readonly narrative: string | null;
  @Column("text") readonly status: ReferralStatus;
  @Column("text", { name: "status_reason_code", nullable: true }) readonly statusReasonCode: StatusReasonCode | null;
  @Column("text", { name: "status_reason_text", nullable: true }) readonly statusReasonText: string | null;
  @Column("text", { nullable: true }) readonly outcome: ReferralOutcome | null;
  @Column("uuid", { name: "owner_id", nullable: true }) readonly ownerId: string | null;
  @Column("text", { name: "legal_basis", nullable: true }) readonly legalBasis: LegalBasis | null;
  @Column("text", { name: "legal_basis_citation", nullable: true }) readonly legalBasisCitation: string | null;
  @Column("timestamptz", { name: "submitted_at" }) readonly submittedAt: Date;
  @Column("timestamptz", { name: "recorded_at" }) readonly recordedAt: Date;
}
