import { Column, Entity } from "typeorm";

import { DirectoryRow } from "../directory/directory.row";
import type { LocationType } from "./location.kind";

/** The table of locations. Row-level security hides the row of a confidential one. */
@Entity("location")
export class LocationRow extends DirectoryRow {
  @Column("uuid", { name: "organization_id" })
  readonly organizationId: string | null;

  @Column("text", { name: "location_type" })
  readonly locationType: LocationType;

  @Column("text")
  readonly url: string | null;

  @Column("text")
  readonly name: string | null;

  @Column("text", { name: "alternate_name" })
  readonly alternateName: string | null;

  @Column("text")
  readonly description: string | null;

  @Column("text")
  readonly transportation: string | null;

  @Column("double precision")
  readonly latitude: number | null;

  @Column("double precision")
  readonly longitude: number | null;

  @Column("text", { name: "external_identifier" })
  readonly externalIdentifier: string | null;

  @Column("text", { name: "external_identifier_type" })
  readonly externalIdentifierType: string | null;
}

/** A row of the view `place`: what anybody may know of any location. */
export interface PlaceRow {
  readonly placeId: string;
  readonly placeOrganizationId: string | null;
  readonly confidential: boolean;
  readonly frontGatePhone: string | null;
  readonly frontGateText: string | null;
}
