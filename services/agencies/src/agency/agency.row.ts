import { Column, Entity, PrimaryColumn } from "typeorm";

import type { AgencyKind } from "./agency.kind";

/** The table of agencies. */
@Entity("agency")
export class AgencyRow {
  @PrimaryColumn("uuid")
  readonly id: string;

  @Column("text")
  readonly name: string;

  @Column("text")
  readonly ori: string | null;

  @Column("text")
  readonly kind: AgencyKind;

  @Column("text")
  readonly county: string | null;

  @Column("double precision")
  readonly latitude: number | null;

  @Column("double precision")
  readonly longitude: number | null;

  @Column("date", { name: "nibrs_since" })
  readonly nibrsSince: string | null;

  @Column("uuid", { name: "dispatched_by_id" })
  readonly dispatchedById: string | null;
}
