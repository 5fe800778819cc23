import type { CsvRow, RowNotes } from "@corespond/kit";
import { v7 as uuidv7 } from "uuid";

import { agencyKindOf } from "./agencyKindOf";

/** The columns of the FBI's list of agencies. */
export const agencyCsvColumns = [
  "ori",
  "county",
  "latitude",
  "longitude",
  "agency_name",
  "agency_type",
  "is_nibrs",
  "nibrs_start_date",
] as const;

/** One of them. */
export type AgencyCsvColumn = (typeof agencyCsvColumns)[number];

/** The columns of the table that a row fills. */
export type AgencyColumn = "id" | "ori" | "name" | "kind" | "county" | "latitude" | "longitude" | "nibrs_since";

type Notes = RowNotes<AgencyCsvColumn>;
type Row = CsvRow<AgencyCsvColumn>;
type Values = Readonly<Record<AgencyColumn, unknown>>;

const oriForm = /^[A-Z]{2}[A-Z0-9]{7}$/;
const dayForm = /^\d{4}-\d{2}-\d{2}$/;
const longestName = 200;

/** Reads the rows of one file, whose agencies it remembers by place: the list puts several in the middle of the county. */
export class AgencyCsvReader {
  readonly #lineOfPlace = new Map<string, number>();

  /** The values of a row; undefined where it is rejected, which `notes` says why. */
  readonly toValues = (row: Row, notes: Notes): Values | undefined => {
    const { ori, agency_name: name, agency_type: type, county } = row.record;
    const place = this.#placeOf(row, notes);
    const nibrsSince = nibrsSinceOf(row, notes);
    if (ori === null || !oriForm.test(ori)) {
      notes.reject(
        "ori",
        "INVALID_ORI",
        "is not an ORI: 9 capital letters and digits, the first two the state's letters",
      );
    }
    if (name === null || name.trim() === "" || name.length > longestName) {
      notes.reject("agency_name", "INVALID_NAME", `is not a name of 1 to ${longestName} characters`);
      return undefined;
    }
    const { kind, guessed } = agencyKindOf(type, name);
    if (guessed)
      notes.warn(
        "agency_type",
        "UNKNOWN_TYPE",
        `says not what the agency is, nor does its name; it is kept as ${kind}`,
      );
    return {
      id: uuidv7(),
      ori,
      name: name.trim(),
      kind,
      county: county === null ? null : titleCase(county),
      ...place,
      nibrs_since: nibrsSince,
    };
  };

  #placeOf({ line, record }: Row, notes: Notes): Pick<Values, "latitude" | "longitude"> {
    const { latitude, longitude } = record;
    if (latitude === null && longitude === null) return { latitude, longitude };
    for (const [field, bound] of [
      ["latitude", 90],
      ["longitude", 180],
    ] as const) {
      const degrees = Number(record[field] ?? Number.NaN);
      if (!(Math.abs(degrees) <= bound))
        notes.reject(field, "INVALID_COORDINATE", `is not a number of degrees from -${bound} to ${bound}`);
    }
    const place = `${latitude},${longitude}`;
    const earlier = this.#lineOfPlace.get(place);
    if (earlier === undefined) this.#lineOfPlace.set(place, line);
    else
      notes.warn(
        "latitude",
        "SHARED_COORDINATE",
        `is, with its longitude, the place of line ${earlier} too: perhaps no more than the middle of the county`,
      );
    return { latitude, longitude };
  }
}

function nibrsSinceOf({ record }: Row, notes: Notes): string | null {
  const { is_nibrs: reports, nibrs_start_date: since } = record;
  if (reports !== null && reports !== "TRUE" && reports !== "FALSE")
    notes.reject("is_nibrs", "INVALID_FLAG", "is neither TRUE nor FALSE");
  if (since === null || reports !== "TRUE") return null;
  if (!dayForm.test(since)) notes.reject("nibrs_start_date", "INVALID_DATE", "is not a date YYYY-MM-DD");
  return since;
}

/** The list writes counties in capitals: `LAC QUI PARLE`. */
function titleCase(name: string): string {
  return name.toLowerCase().replace(/(^|[\s.,-])\p{L}/gu, (start) => start.toUpperCase());
}
