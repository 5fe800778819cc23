import { Column, Entity } from "typeorm";

import { DirectoryRow } from "../directory/directory.row";

/** The table of required documents. */
@Entity("required_document")
export class RequiredDocumentRow extends DirectoryRow {
  @Column("uuid", { name: "service_id" })
  readonly serviceId: string;

  @Column("text")
  readonly document: string;

  @Column("text")
  readonly uri: string | null;
}
