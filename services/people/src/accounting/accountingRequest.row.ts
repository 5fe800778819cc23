import { Column, Entity, PrimaryColumn } from "typeorm";

import type { AccountingKind } from "./accounting.enums";

/** A person's request for an accounting, kept on one of their records. */
@Entity("accounting_request")
export class AccountingRequestRow {
  @PrimaryColumn("uuid") readonly id: string;
  @Column("uuid", { name: "record_id" }) readonly recordId: string;
  @Column("uuid", { name: "source_agency_id" }) readonly sourceAgencyId: string;
  @Column("uuid", { name: "recorded_by" }) readonly recordedBy: string;
  @Column("text") readonly kind: AccountingKind;
  @Column("date", { name: "requested_on" }) readonly requestedOn: string;
  @Column("date", { name: "due_on" }) readonly dueOn: string;
}
