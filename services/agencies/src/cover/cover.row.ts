import { Column, Entity, PrimaryColumn } from "typeorm";

/** The table of caseloads that are lent to colleagues. */
@Entity("caseload_cover")
export class CoverRow {
  @PrimaryColumn("uuid")
  readonly id: string;

  /** The county that employs both. */
  @Column("uuid", { name: "county_agency_id" })
  readonly countyAgencyId: string;

  @Column("uuid", { name: "lender_id" })
  readonly lenderId: string;

  @Column("uuid", { name: "covering_id" })
  readonly coveringId: string;

  @Column("date", { name: "from_on" })
  readonly from: string;

  @Column("date", { name: "to_on" })
  readonly to: string;

  @Column("text")
  readonly reason: string;

  @Column("uuid", { name: "made_by" })
  readonly madeById: string;

  @Column("timestamptz", { name: "ended_at" })
  readonly endedAt: Date | null;
}
