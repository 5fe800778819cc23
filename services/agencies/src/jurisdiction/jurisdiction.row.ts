import { Column, Entity, PrimaryColumn } from "typeorm";

import type { JurisdictionKind } from "./jurisdiction.kind";

/** The table of the areas that agencies serve. */
@Entity("jurisdiction")
export class JurisdictionRow {
  @PrimaryColumn("uuid")
  readonly id: string;

  @Column("text")
  readonly name: string;

  @Column("text")
  readonly kind: JurisdictionKind;

  @Column("text")
  readonly geoid: string | null;

  @Column("text", { name: "county_fips" })
  readonly countyFips: string;

  @Column("text")
  readonly provenance: string | null;
}
