import { byTheHub, type Policy, redactionsOf, type RequestContext, shownFields, writtenByTheHub } from "@corespond/kit";

import { ofShownPlaces } from "../access/shownPlace";
import { viewFields } from "../loading/viewFields";
import type { LocationRow, PlaceRow } from "./location.row";
import { Location } from "./location.type";

const gateFields = ["id", "confidential", "frontGate", "redactions"] as const;

const gateParts = ["organization", "serviceAtLocations"] as const;

const placeFields = [
  "source",
  "externalId",
  "locationType",
  "url",
  "name",
  "alternateName",
  "description",
  "transportation",
  "latitude",
  "longitude",
  "externalIdentifier",
  "externalIdentifierType",
] as const;

const placeParts = [
  "addresses",
  "phones",
  "contacts",
  "schedules",
  "languages",
  "accessibility",
  "attributes",
] as const;

type LocationField =
  (typeof gateFields)[number] | (typeof gateParts)[number] | (typeof placeFields)[number] | (typeof placeParts)[number];

/**
 * Locations are public, save confidential ones: of those everybody sees the view `place`, which has their front gate
 * alone, and nobody the row.
 */
export const locationPolicy: Policy<LocationField, Pick<PlaceRow, "confidential">> = {
  type: "Location",
  tables: [
    { table: "location", select: [{ ...ofShownPlaces, where: "NOT confidential" }, byTheHub], ...writtenByTheHub },
  ],
  fields: [
    { ...ofShownPlaces, id: "gate", fields: [...gateFields, ...gateParts], relation: "everybody" },
    {
      ...ofShownPlaces,
      id: "place",
      fields: [...placeFields, ...placeParts],
      when: (_viewer, { confidential }) => !confidential,
    },
  ],
};

const nowhere = Object.fromEntries(placeFields.map((field) => [field, null])) as Readonly<
  Record<(typeof placeFields)[number], null>
>;

/** Makes a location's view. What the row of a confidential one holds is not even looked at. */
export function viewLocation({ viewer }: RequestContext, row: LocationRow & PlaceRow): Location {
  const { confidential } = row;
  const { withheld } = shownFields(locationPolicy, viewer, row);
  const shown = withheld.length > 0 ? nowhere : row;
  const gate = { phone: row.frontGatePhone, text: row.frontGateText };
  return viewFields(
    Location,
    {
      ...shown,
      id: row.placeId,
      organizationId: row.placeOrganizationId,
      confidential,
      frontGate: confidential ? Object.freeze(gate) : null,
      redactions: redactionsOf(withheld),
    },
    [...gateFields, "organizationId", ...placeFields],
  );
}
