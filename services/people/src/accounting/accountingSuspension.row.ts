import { Column, Entity, PrimaryColumn } from "typeorm";

import type { SuspensionStatement } from "./accounting.enums";

/** An official's request that disclosures to their agency be left out of accountings until a time. */
@Entity("accounting_suspension")
export class AccountingSuspensionRow {
  @PrimaryColumn("uuid") readonly id: string;
  @Column("uuid", { name: "record_id" }) readonly recordId: string;
  @Column("uuid", { name: "source_agency_id" }) readonly sourceAgencyId: string;
  @Column("uuid", { name: "recorded_by" }) readonly recordedBy: string;
  @Column("uuid", { name: "recipient_agency_id" }) readonly recipientAgencyId: string;
  @Column("text") readonly statement: SuspensionStatement;
  @Column("text") readonly official: string;
  @Column("timestamptz", { name: "ends_at" }) readonly endsAt: Date;
}
