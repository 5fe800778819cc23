import { Column, Entity } from "typeorm";

import { DirectoryRow } from "../directory/directory.row";

/** The table of telephones. */
@Entity("phone")
export class PhoneRow extends DirectoryRow {
  @Column("uuid", { name: "organization_id" })
  readonly organizationId: string | null;

  @Column("uuid", { name: "service_id" })
  readonly serviceId: string | null;

  @Column("uuid", { name: "location_id" })
  readonly locationId: string | null;

  @Column("uuid", { name: "service_at_location_id" })
  readonly serviceAtLocationId: string | null;

  @Column("uuid", { name: "contact_id" })
  readonly contactId: string | null;

  @Column("text")
  readonly number: string | null;

  @Column("text", { name: "number_text" })
  readonly numberText: string;

  @Column("text")
  readonly extension: string | null;

  @Column("text")
  readonly type: string | null;

  @Column("text")
  readonly description: string | null;
}
