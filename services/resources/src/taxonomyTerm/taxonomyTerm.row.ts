import { Column, Entity } from "typeorm";

import { DirectoryRow } from "../directory/directory.row";

/** The table of taxonomy terms. `parentIds` and `ancestorIds` follow from `parentExternalIds` after every import. */
@Entity("taxonomy_term")
export class TaxonomyTermRow extends DirectoryRow {
  @Column("text")
  readonly code: string | null;

  @Column("text")
  readonly name: string;

  @Column("text")
  readonly description: string | null;

  @Column("text")
  readonly taxonomy: string | null;

  @Column("text")
  readonly language: string | null;

  @Column("text", { name: "term_uri" })
  readonly termUri: string | null;

  @Column({ type: "text", name: "parent_external_ids", array: true })
  readonly parentExternalIds: readonly string[];

  @Column({ type: "uuid", name: "parent_ids", array: true })
  readonly parentIds: readonly string[];
}
