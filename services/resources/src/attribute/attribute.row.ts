import { Column, Entity } from "typeorm";

import { DirectoryRow } from "../directory/directory.row";

/** The table of attributes. */
@Entity("attribute")
export class AttributeRow extends DirectoryRow {
  @Column("uuid", { name: "organization_id" })
  readonly organizationId: string | null;

  @Column("uuid", { name: "service_id" })
  readonly serviceId: string | null;

  @Column("uuid", { name: "location_id" })
  readonly locationId: string | null;

  @Column("uuid", { name: "service_at_location_id" })
  readonly serviceAtLocationId: string | null;

  @Column("text", { name: "link_type" })
  readonly linkType: string | null;

  @Column("text")
  readonly value: string | null;

  @Column("text")
  readonly label: string | null;

  @Column("uuid", { name: "taxonomy_term_id" })
  readonly taxonomyTermId: string;
}
