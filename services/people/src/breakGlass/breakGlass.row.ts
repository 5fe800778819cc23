import { Column, Entity, PrimaryColumn } from "typeorm";

import type { BreakGlassReason } from "./breakGlass.enums";

/** An emergency access. The owner's function `open_break_glass` makes it; nobody changes it. */
@Entity("break_glass")
export class BreakGlassRow {
  @PrimaryColumn("uuid") readonly id: string;
  @Column("uuid", { name: "asked_person_id" }) readonly askedPersonId: string;
  @Column("uuid", { name: "record_id", nullable: true }) readonly recordId: string | null;
  @Column("uuid", { name: "opened_by" }) readonly openedBy: string;
  @Column("text", { name: "reason_code" }) readonly reasonCode: BreakGlassReason;
  @Column("text", { name: "reason_text" }) readonly reasonText: string;
  @Column("timestamptz", { name: "opened_at" }) readonly openedAt: Date;
  @Column("timestamptz", { name: "expires_at" }) readonly expiresAt: Date;
}
