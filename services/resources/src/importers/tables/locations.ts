import { LocationType } from "../../location/location.kind";
import { flag, text, webAddress } from "../hsdsColumn";
import { optional } from "../hsdsLink";
import type { HsdsTable } from "../hsdsTable";
import { oneOf, wordsOf } from "../oneOf";
import type { RowReading } from "../rowReading";

/**
 * Locations. Beside HSDS a file may have the columns `confidential`, `front_gate_phone` and `front_gate_text`. A point
 * that is not on the earth costs its coordinates, not the location (HSDS's own example lies at 100°, 101°).
 */
export const locations: HsdsTable = {
  files: ["locations.csv"],
  table: "location",
  links: [optional("organization_id", "organization")],
  columns: {
    location_type: oneOf({
      fields: ["location_type"],
      words: wordsOf(LocationType),
      ifAbsent: () => LocationType.PHYSICAL,
    }),
    url: webAddress("url"),
    name: text("name"),
    alternate_name: text("alternate_name"),
    description: text("description"),
    transportation: text("transportation"),
    external_identifier: text("external_identifier"),
    external_identifier_type: text("external_identifier_type"),
    confidential: flag(false, "confidential"),
    front_gate_phone: text("front_gate_phone"),
    front_gate_text: text("front_gate_text"),
  },
  derived: { columns: ["latitude", "longitude"], fields: ["latitude", "longitude"], read: coordinates },
};

function coordinates(reading: RowReading): { readonly latitude: number | null; readonly longitude: number | null } {
  const latitude = degrees(reading, "latitude", 90);
  const longitude = degrees(reading, "longitude", 180);
  if (latitude !== null && longitude !== null) return { latitude, longitude };
  if (latitude !== null)
    reading.warn("latitude", "INVALID_VALUE", "has no longitude beside it; the row is kept without it");
  if (longitude !== null)
    reading.warn("longitude", "INVALID_VALUE", "has no latitude beside it; the row is kept without it");
  return { latitude: null, longitude: null };
}

function degrees(reading: RowReading, field: "latitude" | "longitude", limit: number): number | null {
  const value = reading.text(field);
  if (value === null) return null;
  const number = /^[+-]?\d+([.]\d+)?$/.test(value) ? Number(value) : NaN;
  if (Math.abs(number) <= limit) return number;
  reading.warn(
    field,
    "INVALID_VALUE",
    `is no ${field} from -${limit} to ${limit} (WGS 84); the row is kept without it`,
  );
  return null;
}
