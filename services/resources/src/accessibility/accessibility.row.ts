import { Column, Entity } from "typeorm";

import { DirectoryRow } from "../directory/directory.row";

/** The table of accessibility notes. */
@Entity("accessibility")
export class AccessibilityRow extends DirectoryRow {
  @Column("uuid", { name: "location_id" })
  readonly locationId: string;

  @Column("text")
  readonly description: string | null;

  @Column("text")
  readonly details: string | null;

  @Column("text")
  readonly url: string | null;
}
