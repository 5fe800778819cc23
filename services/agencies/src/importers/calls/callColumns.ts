import type { CallMap } from "./callMap";

/** The columns of the table that a feed can fill, with their types, in the order in which rows are staged. */
const callColumns = {
  agency_id: "uuid",
  incident_number: "text",
  received_at: "timestamptz",
  answered_at: "timestamptz",
  closed_at: "timestamptz",
  nature_code: "text",
  nature_text: "text",
  priority: "integer",
  disposition: "text",
  beat: "text",
  address_street: "text",
  address_city: "text",
  latitude: "double precision",
  longitude: "double precision",
  replaced_by: "text",
  replaces: "text[]",
  split_from: "text",
  source_updated_at: "timestamptz",
} as const;

/** One of them. */
export type CallColumn = keyof typeof callColumns;

/** A column that says what a call is, rather than which one it is or when the feed changed it. */
export type ContentColumn = Exclude<CallColumn, "agency_id" | "incident_number" | "source_updated_at">;

/** Which columns a map fills. What it does not name stays as it is when a call is corrected. */
export interface FilledColumns {
  readonly all: readonly CallColumn[];
  readonly content: readonly ContentColumn[];
  /** Whether the feed says when it changed a row; where it does not, the later delivery counts. */
  readonly ordered: boolean;
}

const identity: readonly CallColumn[] = ["agency_id", "incident_number", "source_updated_at"];

/** The columns that a map fills. */
export function filledColumns(map: CallMap): FilledColumns {
  const filled: Readonly<Record<CallColumn, boolean>> = {
    agency_id: true,
    incident_number: true,
    received_at: true,
    answered_at: map.answeredAt !== undefined,
    closed_at: map.closedAt !== undefined,
    nature_code: map.natureCode !== undefined,
    nature_text: map.natureText !== undefined,
    priority: map.priority !== undefined,
    disposition: map.disposition !== undefined,
    beat: map.beat !== undefined,
    address_street: map.street !== undefined || map.location !== undefined,
    address_city: map.city !== undefined || map.location !== undefined,
    latitude: map.latitude !== undefined,
    longitude: map.longitude !== undefined,
    replaced_by: map.replacedBy !== undefined,
    replaces: map.replaces !== undefined,
    split_from: map.splitFrom !== undefined,
    source_updated_at: true,
  };
  const all = (Object.keys(callColumns) as CallColumn[]).filter((name) => filled[name]);
  const content = all.filter((name): name is ContentColumn => !identity.includes(name));
  return { all, content, ordered: map.updatedAt !== undefined };
}

/** The definition of a column in SQL. */
export function columnSql(name: CallColumn): string {
  return `${name} ${callColumns[name]}`;
}
