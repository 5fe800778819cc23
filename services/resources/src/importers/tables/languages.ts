import { text } from "../hsdsColumn";
import { oneOfThese } from "../hsdsLink";
import type { HsdsTable } from "../hsdsTable";
import type { RowReading } from "../rowReading";

/** Languages; HSDS 2 has one field for what 3.0 tells apart as name and code. */
export const languages: HsdsTable = {
  files: ["languages.csv"],
  table: "language",
  links: oneOfThese({ service_id: "service", location_id: "location", phone_id: "phone" }),
  columns: { note: text("note") },
  derived: { columns: ["name", "code"], fields: ["name", "code", "language"], read: nameAndCode },
};

function nameAndCode(reading: RowReading): Readonly<Record<string, string | null>> {
  const older = reading.text("language");
  const isCode = /^[a-z]{2,3}$/i.test(older ?? "");
  const name = reading.text("name") ?? (isCode ? null : older);
  const code = reading.text("code") ?? (isCode ? older : null);
  if (name === null && code === null)
    reading.reject("name", "MISSING_VALUE", "names no language, and has no code of one");
  return { name, code };
}
