import { Column, Entity, PrimaryColumn } from "typeorm";

import type { CallSubjectRole } from "./call.roles";

/** The table of calls for service. */
@Entity("call_for_service")
export class CallRow {
  @PrimaryColumn("uuid")
  readonly id: string;

  @Column("uuid", { name: "agency_id" })
  readonly agencyId: string;

  @Column("text", { name: "incident_number" })
  readonly incidentNumber: string;

  @Column("timestamptz", { name: "received_at" })
  readonly receivedAt: Date;

  @Column("timestamptz", { name: "answered_at" })
  readonly answeredAt: Date | null;

  @Column("timestamptz", { name: "closed_at" })
  readonly closedAt: Date | null;

  @Column("text", { name: "nature_code" })
  readonly natureCode: string | null;

  @Column("text", { name: "nature_text" })
  readonly natureText: string | null;

  @Column("text", { name: "common_code" })
  readonly commonCode: string | null;

  @Column("integer")
  readonly priority: number | null;

  @Column("text")
  readonly disposition: string | null;

  @Column("text")
  readonly beat: string | null;

  @Column("text", { name: "address_street" })
  readonly addressStreet: string | null;

  @Column("text", { name: "address_city" })
  readonly addressCity: string | null;

  @Column("text", { name: "address_text" })
  readonly addressText: string | null;

  @Column("jsonb")
  readonly cautions: readonly { readonly text: string; readonly source: string | null }[];

  @Column("timestamptz", { name: "recorded_at" })
  readonly recordedAt: Date;
}

/** A person in a call, as it is selected beside the call. */
export interface CallSubjectRow {
  readonly recordId: string;
  readonly role: CallSubjectRole;
}
