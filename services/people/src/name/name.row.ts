import { Column, Entity, PrimaryColumn } from "typeorm";

import type { NameUse } from "./name.type";

/** One name of a source record. What search needs of it (`normalized`, `phonetic`) the database makes. */
@Entity("person_name")
export class NameRow {
  @PrimaryColumn("uuid", { name: "record_id" }) readonly recordId: string;
  @Column("uuid", { name: "source_agency_id" }) readonly sourceAgencyId: string;
  @PrimaryColumn("smallint") readonly position: number;
  @Column("text") readonly use: NameUse;
  @Column("text", { nullable: true }) readonly given: string | null;
  @Column("text", { nullable: true }) readonly middle: string | null;
  @Column("text", { nullable: true }) readonly family: string | null;
  @Column("text", { nullable: true }) readonly suffix: string | null;
}
