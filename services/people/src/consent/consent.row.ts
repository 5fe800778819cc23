import { Column, Entity, PrimaryColumn } from "typeorm";

import type {
  ConsentCategory,
  ConsentExpiryEvent,
  ConsentGiver,
  ConsentIncapacity,
  ConsentRecipientClass,
  ConsentRegime,
  ConsentSignature,
  MinorConsentBasis,
} from "./consent.enums";

/** A consent, kept on the source record of the person who gave it. */
@Entity("consent")
export class ConsentRow {
  @PrimaryColumn("uuid") readonly id: string;
  @Column("uuid", { name: "record_id" }) readonly recordId: string;
  @Column("uuid", { name: "source_agency_id" }) readonly sourceAgencyId: string;
  /** The strictest of `regimes`. */
  @Column("text") readonly regime: ConsentRegime;
  @Column("text", { array: true }) readonly regimes: readonly ConsentRegime[];
  @Column("text", { array: true }) readonly categories: readonly ConsentCategory[];
  @Column("text", { name: "patient_name", nullable: true }) readonly patientName: string | null;
  @Column("uuid", { name: "disclosing_agency_ids", array: true }) readonly disclosingAgencyIds: readonly string[];
  @Column("uuid", { name: "disclosing_organization_ids", array: true })
  readonly disclosingOrganizationIds: readonly string[];
  @Column("text", { nullable: true }) readonly description: string | null;
  @Column("uuid", { name: "grantee_agency_ids", array: true }) readonly granteeAgencyIds: readonly string[];
  @Column("uuid", { name: "grantee_organization_ids", array: true }) readonly granteeOrganizationIds: readonly string[];
  @Column("text", { name: "recipient_class", nullable: true }) readonly recipientClass: ConsentRecipientClass | null;
  @Column("uuid", { name: "intermediary_organization_id", nullable: true })
  readonly intermediaryOrganizationId: string | null;
  @Column("text") readonly purpose: string;
  @Column("boolean", { name: "revocation_right_stated" }) readonly revocationRightStated: boolean;
  @Column("boolean", { name: "plain_language" }) readonly plainLanguage: boolean;
  @Column("text", { name: "given_by" }) readonly givenBy: ConsentGiver;
  @Column("text", { name: "given_by_name", nullable: true }) readonly givenByName: string | null;
  @Column("text", { nullable: true }) readonly incapacity: ConsentIncapacity | null;
  @Column("text", { name: "minor_consent_basis", nullable: true }) readonly minorConsentBasis: MinorConsentBasis | null;
  @Column("text", { nullable: true }) readonly signature: ConsentSignature | null;
  @Column("date", { name: "signed_on" }) readonly signedOn: string;
  @Column("timestamptz", { name: "effective_from" }) readonly effectiveFrom: Date;
  @Column("timestamptz", { name: "expires_at", nullable: true }) readonly expiresAt: Date | null;
  @Column("text", { name: "expiry_event", nullable: true }) readonly expiryEvent: ConsentExpiryEvent | null;
  @Column("timestamptz", { name: "revoked_at", nullable: true }) readonly revokedAt: Date | null;
  @Column("uuid", { name: "recorded_by", nullable: true }) readonly recordedBy: string | null;
}
