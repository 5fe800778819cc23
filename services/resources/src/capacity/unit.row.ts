import { Column, Entity } from "typeorm";

import { DirectoryRow } from "../directory/directory.row";

/** The table of units. */
@Entity("unit")
export class UnitRow extends DirectoryRow {
  @Column("text")
  readonly name: string;

  @Column("text")
  readonly scheme: string | null;

  @Column("text")
  readonly identifier: string | null;

  @Column("text")
  readonly uri: string | null;

  @Column("integer", { name: "stale_after_hours" })
  readonly staleAfterHours: number;
}
