import { Column, Entity } from "typeorm";

import { DirectoryRow } from "../directory/directory.row";

/** The table of service areas. */
@Entity("service_area")
export class ServiceAreaRow extends DirectoryRow {
  @Column("uuid", { name: "service_id" })
  readonly serviceId: string | null;

  @Column("uuid", { name: "service_at_location_id" })
  readonly serviceAtLocationId: string | null;

  @Column("text")
  readonly name: string | null;

  @Column("text")
  readonly description: string | null;

  @Column("text")
  readonly extent: string | null;

  @Column("text", { name: "extent_type" })
  readonly extentType: string | null;

  @Column("text")
  readonly uri: string | null;
}
