import { Column, Entity } from "typeorm";

import { DirectoryRow } from "../directory/directory.row";
import type { LocationType } from "../location/location.kind";

/** The table of addresses. */
@Entity("address")
export class AddressRow extends DirectoryRow {
  @Column("uuid", { name: "location_id" })
  readonly locationId: string;

  @Column("text")
  readonly attention: string | null;

  @Column("text", { name: "address_1" })
  readonly address1: string;

  @Column("text", { name: "address_2" })
  readonly address2: string | null;

  @Column("text")
  readonly city: string | null;

  @Column("text")
  readonly region: string | null;

  @Column("text", { name: "state_province" })
  readonly stateProvince: string | null;

  @Column("text", { name: "postal_code" })
  readonly postalCode: string | null;

  @Column("text")
  readonly country: string | null;

  @Column("text", { name: "address_type" })
  readonly addressType: LocationType;
}
