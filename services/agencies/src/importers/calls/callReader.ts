import type { CsvRow } from "@corespond/kit";

import type { CallColumn, FilledColumns } from "./callColumns";
import type { CallMap } from "./callMap";
import { CallTimesReader, type ClockChanges } from "./callTimesReader";
import { degreesOf, numberOf, placeOf, textOf } from "./fieldValues";
import type { RowNotes } from "./rowNotes";

/** What a reader of calls goes by. */
export interface CallReaderOptions {
  readonly map: CallMap;
  readonly filled: FilledColumns;
  readonly timeZone: string;
  /** The id of the agency that a row's value of the agency's column names; of no column, of the agency that imports. */
  readonly agencyOf: (value: string | null) => string | undefined;
}

/** The columns of a call that a row fills, as COPY takes them. */
type Values = Partial<Record<CallColumn, string | null>>;

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
    const values: Values = {
      ...this.#identity(record, notes),
      ...this.#times.read(record, notes),
      nature_code: text(map.natureCode, 50),
      nature_text: text(map.natureText, 200),
      disposition: text(map.disposition, 200),
      beat: text(map.beat, 50),
      replaced_by: text(map.replacedBy, 50),
      split_from: text(map.splitFrom, 50),
      priority: map.priority === undefined ? null : numberOf(map.priority, record, notes),
      ...placeOf(map, text),
      ...degreesOf(map, record, notes),
    };
    if (values.replaced_by === values.incident_number) values.replaced_by = null;
    if (values.split_from === values.incident_number) values.split_from = null;
    return notes.rejections.length > 0 ? undefined : filled.all.map((name) => values[name] ?? null);
  }

  #identity(record: CsvRow<string>["record"], notes: RowNotes): Pick<Values, "agency_id" | "incident_number"> {
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
    return { agency_id: agency ?? null, incident_number: number };
  }
}
