import { existsSync } from "node:fs";
import path from "node:path";

import { readCsv } from "./readCsv";

const data = process.env["CORESPOND_DATA"] ?? path.resolve(__dirname, "../../../../../shared/data");

/** Rows by file, as counted with another program, and columns that an importer cannot do without. */
const files = {
  "hsds-dc/accessibility_for_disabilities.csv": [11, "id", "location_id"],
  "hsds-dc/contacts.csv": [16, "id", "organization_id", "name"],
  "hsds-dc/languages.csv": [0, "id", "service_id", "language"],
  "hsds-dc/locations.csv": [220, "id", "organization_id", "name", "latitude", "longitude"],
  "hsds-dc/organizations.csv": [57, "id", "name", "description"],
  "hsds-dc/phones.csv": [786, "id", "service_id", "organization_id", "number"],
  "hsds-dc/physical_addresses.csv": [522, "id", "location_id", "address_1", "city"],
  "hsds-dc/programs.csv": [28, "id", "organization_id", "name"],
  "hsds-dc/schedules.csv": [981, "id", "service_id", "weekday"],
  "hsds-dc/service_areas.csv": [3, "id", "service_id", "service_area"],
  "hsds-dc/service_attributes.csv": [2562, "id", "service_id", "taxonomy_term_id"],
  "hsds-dc/services.csv": [501, "id", "organization_id", "name"],
  "hsds-dc/services_at_location.csv": [1490, "id", "service_id", "location_id"],
  "hsds-dc/taxonomy_types.csv": [433, "id", "term", "parent_id"],
  "hsds-dc/taxonomy_terms.csv": [433, "id", "term", "parent_id"],
  "hennepin_ori.csv": [33, "ori"],
  "calls/milwaukee-2018-05.csv": [33968],
} as const;

/** Two columns are missing in the middle of these rows, so nobody can say which value belongs where. */
const ragged: Readonly<Record<string, number>> = { "hsds-dc/schedules.csv": 437 };

const found = existsSync(data);

(found ? describe : describe.skip)(`files of ${data}${found ? "" : " (skipped: the folder is not there)"}`, () => {
  test.each(Object.entries(files))("%s", async (file, [expected, ...requiredColumns]) => {
    let [read, rejected] = [0, 0];
    for await (const item of readCsv(path.join(data, file), { requiredColumns })) {
      if ("record" in item) read += 1;
      else if (item.rejection.code === "RAGGED_ROW") rejected += 1;
      else expect(item.rejection.code).toBe("UNKNOWN_COLUMN");
    }
    const expectedRagged = ragged[file] ?? 0;
    expect({ read, rejected }).toEqual({ read: expected - expectedRagged, rejected: expectedRagged });
  });
});
