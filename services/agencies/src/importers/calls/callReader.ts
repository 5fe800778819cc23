import type { CsvRow } from "@corespond/kit";

import type { CallColumn, FilledColumns } from "./callColumns";
import type { CallMap } from "./callMap";
import { CallTimesReader, type ClockChanges } from "./callTimesReader";
import { degreesOf, numberOf, placeOf, textOf } from "./fieldValues";
import { replacedNumbers } from "./replacedNumbers";
import type { RowNotes } from "../rowNotes";

/** What a reader of calls goes by. */
export interface CallReaderOptions {
  readonly map: CallMap;
  readonly filled: FilledColumns;
  readonly timeZone: string;
  /** The id of the agency that a row's value of the agency's column names; of no column, of the agency that imports. */
  readonly agencyOf: (value: string | null) => string | undefined;
}

/** The columns of a call that a row fills, as COPY takes them. */
type Values = Readonly<Record<CallColumn, string | null>>;

/** Reads rows of a feed as calls. */
export class CallReader {
  readonly #times: CallTimesReader;

  constructor(private readonly options: CallReaderOptions) {
    this.#times = new CallTimesReader(options.map, options.timeZone);
  }

  /** How often a clock's change decided a time so far. */
  get clockChanges(): ClockChanges {
    return this.#times.changes;
  }

  /** The values of a row in the order of the filled columns; undefined where it is rejected, which `notes` says why. */
  read({ record }: CsvRow<string>, notes: RowNotes): readonly (string | null)[] | undefined {
    const { map, filled } = this.options;
    const text = (column: string | undefined, limit: number): string | null =>
      column === undefined ? null : textOf({ field: column, value: record[column] ?? null, limit }, notes);
    const { agency, number } = this.#identity(record, notes);
    const times = this.#times.read(record, notes);
    const place = placeOf(map, text);
    const degrees = degreesOf(map, record, notes);
    // One literal: spreading its parts together would take as long as all else that is done with a row.
    const values: Values = {
      agency_id: agency,
      incident_number: number,
      received_at: times.received,
      answered_at: times.answered,
      closed_at: times.closed,
      nature_code: text(map.natureCode, 50),
      nature_text: text(map.natureText, 200),
      priority: map.priority === undefined ? null : numberOf(map.priority, record, notes),
      disposition: text(map.disposition, 200),
      beat: text(map.beat, 50),
      address_street: place.street,
      address_city: place.city,
      latitude: degrees.latitude,
      longitude: degrees.longitude,
      replaced_by: otherThan(number, text(map.replacedBy, 50)),
      replaces:
        map.replaces === undefined ? null : replacedNumbers({ field: map.replaces, record, own: number }, notes),
      split_from: otherThan(number, text(map.splitFrom, 50)),
      source_updated_at: times.updated,
    };
    return notes.rejections.length > 0 ? undefined : filled.all.map((name) => values[name]);
  }

  #identity(
    record: CsvRow<string>["record"],
    notes: RowNotes,
  ): { readonly agency: string | null; readonly number: string } {
    const { map, agencyOf } = this.options;
    const number = record[map.incidentNumber]?.trim() ?? "";
    if (number === "" || number.length > 50) {
      const reason = "is not an incident's number of 1 to 50 characters";
      notes.reject({ field: map.incidentNumber, value: number, code: "INVALID_NUMBER", reason });
    }
    const named = map.agency === undefined ? null : (record[map.agency.column]?.trim() ?? null);
    const agency = agencyOf(named);
    if (agency === undefined) {
      const reason = "names no agency that the map and this graph know";
      notes.reject({ field: map.agency?.column ?? "", value: named, code: "UNKNOWN_AGENCY", reason });
    }
    return { agency: agency ?? null, number };
  }
}

/** A call that says that it replaced itself says nothing. */
function otherThan(number: string, named: string | null): string | null {
  return named === number ? null : named;
}
