import type { Role } from "@corespond/kit";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** The table of staff, partners' machines among them. */
@Entity("staff_member")
export class StaffRow {
  @PrimaryColumn("uuid")
  readonly id: string;

  @Column("text", { name: "given_name" })
  readonly givenName: string | null;

  @Column("text", { name: "family_name" })
  readonly familyName: string;

  @Column("text")
  readonly role: Role;

  @Column("uuid", { name: "agency_id" })
  readonly agencyId: string | null;

  @Column("uuid", { name: "organization_id" })
  readonly organizationId: string | null;

  @Column("date", { name: "active_from" })
  readonly activeFrom: string;

  @Column("date", { name: "active_to" })
  readonly activeTo: string | null;
}
