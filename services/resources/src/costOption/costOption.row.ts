import { Column, Entity } from "typeorm";

import { DirectoryRow } from "../directory/directory.row";

/** The table of cost options. */
@Entity("cost_option")
export class CostOptionRow extends DirectoryRow {
  @Column("uuid", { name: "service_id" })
  readonly serviceId: string;

  @Column("date", { name: "valid_from" })
  readonly validFrom: string | null;

  @Column("date", { name: "valid_to" })
  readonly validTo: string | null;

  @Column("text")
  readonly option: string | null;

  @Column("text")
  readonly currency: string | null;

  @Column("double precision")
  readonly amount: number | null;

  @Column("text", { name: "amount_description" })
  readonly amountDescription: string | null;
}
