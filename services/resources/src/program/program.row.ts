import { Column, Entity } from "typeorm";

import { DirectoryRow } from "../directory/directory.row";

/** The table of programs. */
@Entity("program")
export class ProgramRow extends DirectoryRow {
  @Column("uuid", { name: "organization_id" })
  readonly organizationId: string | null;

  @Column("text")
  readonly name: string;

  @Column("text", { name: "alternate_name" })
  readonly alternateName: string | null;

  @Column("text")
  readonly description: string | null;
}
