import { Column, Entity, PrimaryColumn } from "typeorm";

/** The view of which service is given where; it leaves out what could betray a confidential location. */
@Entity("service_place")
export class ServicePlaceRow {
  @PrimaryColumn("uuid")
  readonly id: string;

  @Column("uuid", { name: "service_id" })
  readonly serviceId: string;

  @Column("uuid", { name: "location_id" })
  readonly locationId: string;

  @Column("boolean")
  readonly confidential: boolean;

  @Column("text")
  readonly source: string | null;

  @Column("text", { name: "external_id" })
  readonly externalId: string | null;

  @Column("text")
  readonly description: string | null;
}
