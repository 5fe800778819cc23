import { Column, Entity } from "typeorm";

import { DirectoryRow } from "../directory/directory.row";

/** The table of languages. */
@Entity("language")
export class LanguageRow extends DirectoryRow {
  @Column("uuid", { name: "service_id" })
  readonly serviceId: string | null;

  @Column("uuid", { name: "location_id" })
  readonly locationId: string | null;

  @Column("uuid", { name: "phone_id" })
  readonly phoneId: string | null;

  @Column("text")
  readonly name: string | null;

  @Column("text")
  readonly code: string | null;

  @Column("text")
  readonly note: string | null;
}
