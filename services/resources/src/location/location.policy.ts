import { bySystem, redactionsOf, type RequestContext, type RowAccess } from "@corespond/kit";

import { writtenBySystem } from "../access/publicRows";
import { viewFields } from "../loading/viewFields";
import type { LocationRow, PlaceRow } from "./location.row";
import { Location } from "./location.type";

/** Locations are public, save confidential ones: of those everybody sees the view `place`, and nobody the row. */
export const locationAccess: RowAccess = {
  table: "location",
  select: `NOT confidential OR ${bySystem}`,
  ...writtenBySystem,
};

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

const withheld = redactionsOf([...placeFields, ...placeParts]);

const nowhere = Object.fromEntries(placeFields.map((field) => [field, null])) as Readonly<
  Record<(typeof placeFields)[number], null>
>;

/** Makes a location's view. What the row of a confidential one holds is not even looked at. */
export function viewLocation(_context: RequestContext, row: LocationRow & PlaceRow): Location {
  const { confidential } = row;
  const shown = confidential ? nowhere : row;
  const gate = { phone: row.frontGatePhone, text: row.frontGateText };
  return viewFields(
    Location,
    {
      ...shown,
      id: row.placeId,
      organizationId: row.placeOrganizationId,
      confidential,
      frontGate: confidential ? Object.freeze(gate) : null,
      redactions: confidential ? withheld : [],
    },
    ["id", "organizationId", "confidential", "frontGate", "redactions", ...placeFields],
  );
}
