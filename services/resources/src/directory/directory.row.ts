import { Column, PrimaryColumn } from "typeorm";

/** The columns of every row of a directory: its id in the graph, and what its directory (`source`) calls it. */
export abstract class DirectoryRow {
  @PrimaryColumn("uuid")
  readonly id: string;

  @Column("text")
  readonly source: string;

  @Column("text", { name: "external_id" })
  readonly externalId: string;
}
