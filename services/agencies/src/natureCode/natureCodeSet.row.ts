import { Column, Entity, PrimaryColumn } from "typeorm";

/** The table of published sets of common codes. */
@Entity("nature_code_set")
export class NatureCodeSetRow {
  @PrimaryColumn("uuid")
  readonly id: string;

  @Column("text")
  readonly name: string;

  @Column("text")
  readonly version: string;

  @Column("text")
  readonly description: string;
}
