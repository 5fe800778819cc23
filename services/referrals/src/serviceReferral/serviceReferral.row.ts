import { Column, Entity, PrimaryColumn } from "typeorm";

import type { AgeBand } from "../vocabulary/ageBand";
import type { EligibilityAnswer, EligibilityQuestion } from "../vocabulary/eligibility";
import type { LegalBasis } from "../vocabulary/legalBasis";
import type { ProtectedProgram } from "../vocabulary/protectedProgram";
import type { ReferralOutcome } from "../vocabulary/referralOutcome";
import type { ReferralReason } from "../vocabulary/referralReason";
import type { ReferralStatus } from "../vocabulary/referralStatus";
import type { ReferralUrgency } from "../vocabulary/referralUrgency";
import type { StatusReasonCode } from "../vocabulary/statusReasonCode";

/** A service referral as stored. */
@Entity("service_referral")
export class ServiceReferralRow {
  @PrimaryColumn("uuid") readonly id: string;
  @Column("uuid", { name: "referral_id" }) readonly referralId: string;
  /** The referral's person, which never changes: a provider sees no row of the referral itself. */
  @Column("uuid", { name: "record_id" }) readonly recordId: string;
  @Column("uuid", { name: "service_id" }) readonly serviceId: string;
  @Column("uuid", { name: "organization_id" }) readonly organizationId: string;
  @Column("text") readonly need: ReferralReason;
  @Column("text") readonly urgency: ReferralUrgency;
  @Column("text", { name: "age_band", nullable: true }) readonly ageBand: AgeBand | null;
  @Column("text", { array: true, name: "eligibility_questions" })
  readonly eligibilityQuestions: readonly EligibilityQuestion[];
  /** In the order of the questions. */
  @Column("text", { array: true, name: "eligibility_answers" })
  readonly eligibilityAnswers: readonly EligibilityAnswer[];
  @Column("text", { nullable: true }) readonly message: string | null;
  @Column("text") readonly status: ReferralStatus;
  @Column("text", { name: "status_reason_code", nullable: true }) readonly statusReasonCode: StatusReasonCode | null;
  @Column("text", { name: "status_reason_text", nullable: true }) readonly statusReasonText: string | null;
  @Column("text", { nullable: true }) readonly outcome: ReferralOutcome | null;
  /** Whether even its existence is confidential: 42 CFR Part 2 programs and victim services. */
  @Column("boolean", { name: "is_protected" }) readonly isProtected: boolean;
  @Column("text", { name: "protected_program", nullable: true }) readonly protectedProgram: ProtectedProgram | null;
  /** The consent by which it was sent. */
  @Column("uuid", { name: "consent_id", nullable: true }) readonly consentId: string | null;
  @Column("uuid", { name: "referred_by_id" }) readonly referredById: string;
  @Column("text", { name: "legal_basis", nullable: true }) readonly legalBasis: LegalBasis | null;
  @Column("text", { name: "legal_basis_citation", nullable: true }) readonly legalBasisCitation: string | null;
  @Column("timestamptz", { name: "submitted_at" }) readonly submittedAt: Date;
  @Column("timestamptz", { name: "accepted_at", nullable: true }) readonly acceptedAt: Date | null;
  @Column("timestamptz", { name: "closed_at", nullable: true }) readonly closedAt: Date | null;
  /** For how many days its provider still sees the person after closing it, by the program's rule when it was sent. */
  @Column("smallint", { name: "sight_days" }) readonly sightDays: number;
  @Column("timestamptz", { name: "recorded_at" }) readonly recordedAt: Date;
}
