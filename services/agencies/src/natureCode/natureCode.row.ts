import { Column, Entity, PrimaryColumn } from "typeorm";

/** The table of agencies' own codes. */
@Entity("nature_code")
export class NatureCodeRow {
  @PrimaryColumn("uuid", { name: "agency_id" })
  readonly agencyId: string;

  @PrimaryColumn("text")
  readonly code: string;

  @Column("text")
  readonly text: string | null;

  @Column("text", { name: "common_code" })
  readonly commonCode: string | null;
}
