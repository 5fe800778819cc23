import { Column, Entity, PrimaryColumn } from "typeorm";

import type { LegalProcessKind } from "./legalProcessKind";

/** A demand or duty to disclose. Never changed: its answer is a row of its own. */
@Entity("legal_process")
export class LegalProcessRow {
  @PrimaryColumn("uuid") readonly id: string;
  @Column("uuid", { name: "record_id" }) readonly recordId: string;
  @Column("text") readonly kind: LegalProcessKind;
  @Column("text") readonly issuer: string;
  @Column("text") readonly number: string;
  @Column("text") readonly scope: string;
  @Column("date", { name: "received_on" }) readonly receivedOn: string;
  @Column("date", { name: "due_on", nullable: true }) readonly dueOn: string | null;
}
