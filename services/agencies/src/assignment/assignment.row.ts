import { Column, Entity, PrimaryColumn } from "typeorm";

/** The table of social workers' assignments to agencies. */
@Entity("assignment")
export class AssignmentRow {
  @PrimaryColumn("uuid")
  readonly id: string;

  @Column("uuid", { name: "social_worker_id" })
  readonly socialWorkerId: string;

  @Column("uuid", { name: "agency_id" })
  readonly agencyId: string;

  @Column("double precision")
  readonly fte: number;

  @Column("date", { name: "from_on" })
  readonly from: string;

  @Column("date", { name: "to_on" })
  readonly to: string | null;
}
