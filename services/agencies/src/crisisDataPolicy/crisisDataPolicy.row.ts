import { Column, Entity, PrimaryColumn } from "typeorm";

/** The table of policies on data that police are told in a crisis. */
@Entity("crisis_data_policy")
export class CrisisDataPolicyRow {
  @PrimaryColumn("uuid")
  readonly id: string;

  @Column("uuid", { name: "agency_id" })
  readonly agencyId: string;

  @Column("date", { name: "adopted_on" })
  readonly adoptedOn: string;

  @Column("text")
  readonly title: string;
}
