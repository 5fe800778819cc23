import { Column, Entity } from "typeorm";

import { DirectoryRow } from "../directory/directory.row";

/** The table of organizations. */
@Entity("organization")
export class OrganizationRow extends DirectoryRow {
  @Column("text")
  readonly name: string;

  @Column("text", { name: "alternate_name" })
  readonly alternateName: string | null;

  @Column("text")
  readonly description: string | null;

  @Column("text")
  readonly email: string | null;

  @Column("text")
  readonly website: string | null;

  @Column("text", { name: "tax_status" })
  readonly taxStatus: string | null;

  @Column("text", { name: "tax_id" })
  readonly taxId: string | null;

  @Column("integer", { name: "year_incorporated" })
  readonly yearIncorporated: number | null;

  @Column("text", { name: "legal_status" })
  readonly legalStatus: string | null;

  @Column("text")
  readonly logo: string | null;

  @Column("text")
  readonly uri: string | null;

  @Column("uuid", { name: "parent_organization_id" })
  readonly parentOrganizationId: string | null;
}
