import { Column, Entity, PrimaryColumn } from "typeorm";

import type { BirthDatePrecision } from "../birthDate/birthDate.type";
import type { AdministrativeSex } from "../details/details.type";
import type { Guardian } from "../guardian/guardian.type";
import type { PersonLanguage } from "../language/language.type";
import type { SafeContact } from "../safeContact/safeContact.type";

/**
 * What one agency knows of a person. It is never merged into another: linking and merging only change `personId`, so
 * that both can be undone. Lists that search does not look into are jsonb.
 */
@Entity("person_record")
export class RecordRow {
  @PrimaryColumn("uuid") readonly id: string;
  @Column("uuid", { name: "person_id" }) readonly personId: string;
  @Column("uuid", { name: "source_agency_id" }) readonly sourceAgencyId: string;
  @Column("uuid", { name: "recorded_by", nullable: true }) readonly recordedBy: string | null;
  @Column("timestamptz", { name: "recorded_at" }) readonly recordedAt: Date;
  @Column("text", { nullable: true }) readonly description: string | null;
  @Column("date", { name: "birth_date", nullable: true }) readonly birthDate: string | null;
  @Column("text", { name: "birth_date_precision", nullable: true })
  readonly birthDatePrecision: BirthDatePrecision | null;
  @Column("text", { nullable: true }) readonly sex: AdministrativeSex | null;
  @Column("text", { name: "gender_identity", nullable: true }) readonly genderIdentity: string | null;
  @Column("jsonb") readonly languages: readonly PersonLanguage[];
  @Column("jsonb", { name: "safe_contact", nullable: true }) readonly safeContact: SafeContact | null;
  @Column("jsonb") readonly guardians: readonly Guardian[];
}
