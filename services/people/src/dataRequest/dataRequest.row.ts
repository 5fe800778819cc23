import { Column, Entity, PrimaryColumn } from "typeorm";

import type { DataRequestKind } from "./dataRequestKind";

/** A person's request about data on themselves. Never changed: its answer is a row of its own. */
@Entity("data_request")
export class DataRequestRow {
  @PrimaryColumn("uuid") readonly id: string;
  @Column("uuid", { name: "record_id" }) readonly recordId: string;
  @Column("text") readonly kind: DataRequestKind;
  @Column("text") readonly statement: string;
  @Column("date", { name: "received_on" }) readonly receivedOn: string;
  @Column("date", { name: "due_on" }) readonly dueOn: string;
}
