import { Column, Entity, PrimaryColumn } from "typeorm";

import type { AddressKind } from "./address.type";

/** One address of a source record. */
@Entity("person_address")
export class AddressRow {
  @PrimaryColumn("uuid", { name: "record_id" }) readonly recordId: string;
  @Column("uuid", { name: "source_agency_id" }) readonly sourceAgencyId: string;
  @PrimaryColumn("smallint") readonly position: number;
  @Column("text") readonly kind: AddressKind;
  @Column("text", { nullable: true }) readonly place: string | null;
  @Column("text", { name: "address_1", nullable: true }) readonly address1: string | null;
  @Column("text", { name: "address_2", nullable: true }) readonly address2: string | null;
  @Column("text", { nullable: true }) readonly city: string | null;
  @Column("text", { name: "state_province", nullable: true }) readonly stateProvince: string | null;
  @Column("text", { name: "postal_code", nullable: true }) readonly postalCode: string | null;
  @Column("text", { nullable: true }) readonly country: string | null;
}
