import { Column, Entity } from "typeorm";

import { DirectoryRow } from "../directory/directory.row";

/** The table of persons to ask. */
@Entity("contact_person")
export class ContactPersonRow extends DirectoryRow {
  @Column("uuid", { name: "organization_id" })
  readonly organizationId: string | null;

  @Column("uuid", { name: "service_id" })
  readonly serviceId: string | null;

  @Column("uuid", { name: "location_id" })
  readonly locationId: string | null;

  @Column("uuid", { name: "service_at_location_id" })
  readonly serviceAtLocationId: string | null;

  @Column("text")
  readonly name: string | null;

  @Column("text")
  readonly title: string | null;

  @Column("text")
  readonly department: string | null;

  @Column("text")
  readonly email: string | null;
}
