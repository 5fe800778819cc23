import { Column, Entity, PrimaryColumn } from "typeorm";

/** The table of agencies' memberships in programs. */
@Entity("program_membership")
export class MembershipRow {
  @PrimaryColumn("uuid")
  readonly id: string;

  @Column("uuid", { name: "program_id" })
  readonly programId: string;

  @Column("uuid", { name: "agency_id" })
  readonly agencyId: string;

  @Column("date", { name: "joined_on" })
  readonly joinedOn: string;

  @Column("date", { name: "left_on" })
  readonly leftOn: string | null;

  @Column("text")
  readonly provenance: string | null;
}
