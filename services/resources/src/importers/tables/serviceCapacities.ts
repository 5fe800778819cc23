import type { ImportRun } from "@corespond/kit";

import { CapacityStatus } from "../../capacity/capacityStatus";
import { amount, instant, text } from "../hsdsColumn";
import { always } from "../hsdsLink";
import type { HsdsTable } from "../hsdsTable";
import type { ImportedDirectory } from "../importedDirectory";
import type { RowReading } from "../rowReading";

/** A figure that is in the graph already, by our columns. */
interface KnownFigure {
  readonly external_id: string;
  readonly available: number;
  readonly maximum: number | null;
  readonly description: string | null;
  readonly status: CapacityStatus;
  /** To the microsecond, which a Date would cut. */
  readonly updated_at: string;
}

/**
 * Capacities. Where the provider has updated a figure in the graph after the file's, the provider's stays. More
 * available than there are at most is reported, not refused: HSDS's own example has 12 of 10.
 */
export const serviceCapacities: HsdsTable = {
  files: ["service_capacity.csv"],
  table: "service_capacity",
  links: [always("service_id", "service"), always("unit_id", "unit")],
  columns: {},
  prepare: async (run, directory) => {
    const known = await knownFigures(run, directory);
    return {
      derived: {
        columns: ["available", "maximum", "description", "status", "updated_at"],
        fields: ["available", "maximum", "description", "updated"],
        read: (reading) => newer(reading, known.get(reading.text("id") ?? "")),
      },
    };
  },
};

async function knownFigures(
  { client }: ImportRun,
  { source }: ImportedDirectory,
): Promise<ReadonlyMap<string, KnownFigure>> {
  const { rows } = await client.query<KnownFigure>(
    `/* resources.import.capacities */ SELECT external_id, available, maximum, description, status, updated_at::text
     FROM service_capacity WHERE source = $1`,
    [source],
  );
  return new Map(rows.map((row) => [row.external_id, row]));
}

function newer(reading: RowReading, known: KnownFigure | undefined): Readonly<Record<string, unknown>> {
  const updatedAt = instant("updated").read(reading.cell(["updated"])) as Date | null;
  const available = amount("available").read(reading.cell(["available"])) as number | null;
  const maximum = amount("maximum").read(reading.cell(["maximum"])) as number | null;
  if (updatedAt === null)
    reading.reject("updated", "MISSING_VALUE", "must be an instant (RFC 3339): a figure without one means nothing");
  if (available === null) reading.reject("available", "MISSING_VALUE", "must be a number");
  if (updatedAt === null || available === null) return {};
  if (known && new Date(known.updated_at) > updatedAt) {
    reading.warn("updated", "OLDER_THAN_KNOWN", "is before the provider's own update, which is kept");
    return { ...known };
  }
  if (maximum !== null && available > maximum) {
    reading.warn("available", "MORE_THAN_MAXIMUM", `is more than the maximum of ${maximum}; both are kept as they are`);
  }
  const status = available > 0 ? CapacityStatus.CAPACITY : CapacityStatus.NO_CAPACITY;
  return {
    available,
    maximum,
    description: text("description").read(reading.cell(["description"])),
    status,
    updated_at: updatedAt,
  };
}
