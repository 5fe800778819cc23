import { parsePhoneNumberFromString } from "libphonenumber-js";

import { text } from "../hsdsColumn";
import { oneOfThese } from "../hsdsLink";
import type { HsdsTable } from "../hsdsTable";
import type { RowReading } from "../rowReading";

/**
 * Telephones, whose numbers are brought to E.164; one that no telephone can have stays as it is written. A directory
 * that lists the services of an intake line in one field means all of them.
 */
export const phones: HsdsTable = {
  files: ["phones.csv"],
  table: "phone",
  links: oneOfThese({
    organization_id: "organization",
    service_id: "service",
    location_id: "location",
    service_at_location_id: "service_at_location",
    contact_id: "contact_person",
  }).map((link) => (link.field === "service_id" ? { ...link, furtherColumn: "further_service_ids" } : link)),
  columns: { type: text("type"), description: text("description") },
  derived: { columns: ["number", "number_text", "extension"], fields: ["number", "extension"], read: readNumber },
};

/** A number without a country's code is one of North America. */
const defaultCountry = "US";

function readNumber(reading: RowReading): Readonly<Record<string, string | null>> {
  const value = reading.text("number");
  if (value === null) reading.reject("number", "MISSING_VALUE", "has no value, and must have one");
  const parsed = parsePhoneNumberFromString(value ?? "", defaultCountry);
  const valid = parsed?.isValid() === true ? parsed : undefined;
  if (value !== null && !valid) {
    reading.warn("number", "NOT_A_PHONE_NUMBER", "is no number that a telephone can have; it is kept as it is written");
  }
  const extension = reading.text("extension") ?? valid?.ext ?? null;
  return { number: valid?.number ?? null, number_text: value, extension };
}
