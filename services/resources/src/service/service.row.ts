import { Column, Entity } from "typeorm";

import { DirectoryRow } from "../directory/directory.row";
import type { AcceptanceMode } from "./acceptanceMode";
import type { ProtectedProgram } from "./protectedProgram";
import type { ServiceStatus } from "./service.status";

/** The table of services. */
@Entity("service")
export class ServiceRow extends DirectoryRow {
  @Column("uuid", { name: "organization_id" })
  readonly organizationId: string;

  @Column("uuid", { name: "program_id" })
  readonly programId: string | null;

  @Column("text")
  readonly name: string;

  @Column("text", { name: "alternate_name" })
  readonly alternateName: string | null;

  @Column("text")
  readonly description: string | null;

  @Column("text")
  readonly url: string | null;

  @Column("text")
  readonly email: string | null;

  @Column("text")
  readonly status: ServiceStatus;

  @Column("text", { name: "interpretation_services" })
  readonly interpretationServices: string | null;

  @Column("text", { name: "application_process" })
  readonly applicationProcess: string | null;

  @Column("text", { name: "fees_description" })
  readonly feesDescription: string | null;

  @Column("text")
  readonly accreditations: string | null;

  @Column("text", { name: "eligibility_description" })
  readonly eligibilityDescription: string | null;

  @Column("double precision", { name: "minimum_age" })
  readonly minimumAge: number | null;

  @Column("double precision", { name: "maximum_age" })
  readonly maximumAge: number | null;

  @Column("date", { name: "assured_date" })
  readonly assuredDate: string | null;

  @Column("text", { name: "assurer_email" })
  readonly assurerEmail: string | null;

  @Column("text")
  readonly alert: string | null;

  @Column("timestamptz", { name: "last_modified" })
  readonly lastModified: Date | null;

  @Column("text", { name: "acceptance_mode" })
  readonly acceptanceMode: AcceptanceMode;

  @Column("boolean", { name: "accepts_referrals" })
  readonly acceptsReferrals: boolean;

  @Column("text", { name: "protected_program" })
  readonly protectedProgram: ProtectedProgram;

  @Column("text", { name: "time_zone" })
  readonly timeZone: string;
}
