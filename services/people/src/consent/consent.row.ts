import { Column, Entity, PrimaryColumn } from "typeorm";

import type { ConsentCategory, ConsentGiver, ConsentRegime } from "./consent.enums";

/** A consent, kept on the source record of the person who gave it. */
@Entity("consent")
export class ConsentRow {
  @PrimaryColumn("uuid") readonly id: string;
  @Column("uuid", { name: "record_id" }) readonly recordId: string;
  @Column("uuid", { name: "source_agency_id" }) readonly sourceAgencyId: string;
  @Column("text") readonly regime: ConsentRegime;
  @Column("text", { array: true }) readonly categories: readonly ConsentCategory[];
  @Column("uuid", { name: "grantee_agency_ids", array: true }) readonly granteeAgencyIds: readonly string[];
  @Column("uuid", { name: "grantee_organization_ids", array: true }) readonly granteeOrganizationIds: readonly string[];
  @Column("text") readonly purpose: string;
  @Column("text", { name: "given_by" }) readonly givenBy: ConsentGiver;
  @Column("date", { name: "signed_on" }) readonly signedOn: string;
  @Column("timestamptz", { name: "effective_from" }) readonly effectiveFrom: Date;
  @Column("timestamptz", { name: "expires_at", nullable: true }) readonly expiresAt: Date | null;
  @Column("timestamptz", { name: "revoked_at", nullable: true }) readonly revokedAt: Date | null;
}
