import { z } from "zod";

import { readMap } from "./mapError";
import { timeFormat } from "./timeFormat";

const column = z.string().trim().min(1, "must name a column of the file");

const isFormat = (text: string): boolean => timeFormat(text) !== undefined;

const format = z.string().refine(isFormat, "must be a form of yyyy, MM, dd, HH or hh with a, mm and ss");

/** A time: an ISO column, a column of another form, or a date's and a time's. */
const time = z.union(
  [
    column,
    z.strictObject({ column, format: format.optional() }),
    z.strictObject({ date: column, time: column, format: format.optional() }),
  ],
  "must be a column, or { column, format }, or { date, time, format }",
);

const ori = z.string().regex(/^[A-Z]{2}[A-Z0-9]{7}$/, "must be an ORI: 9 characters, the first two its state");

const callMap = z
  .strictObject({
    incidentNumber: column,
    receivedAt: time,
    answeredAt: time.optional(),
    closedAt: time.optional(),
    updatedAt: time.optional(),
    natureCode: column.optional(),
    natureText: column.optional(),
    priority: column.optional(),
    disposition: column.optional(),
    beat: column.optional(),
    street: column.optional(),
    city: column.optional(),
    location: column.optional(),
    latitude: column.optional(),
    longitude: column.optional(),
    replacedBy: column.optional(),
    replaces: column.optional(),
    splitFrom: column.optional(),
    agency: z.strictObject({ column, values: z.record(z.string(), ori).optional() }).optional(),
    allow: z.array(column).default([]),
    delimiter: z.string().length(1, "must be one character").default(","),
  })
  .refine(({ location, street, city }) => !location || (!street && !city), {
    path: ["location"],
    message: "must not be named beside street or city",
  })
  .refine(({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined), {
    path: ["latitude"],
    message: "must be named with longitude, or neither",
  });

/** Where a file's times stand, and how they are written. */
export type TimeColumns = z.infer<typeof time>;

/**
 * Which column of a feed is what. `updatedAt` is when the feed last changed the row, by which a late delivery is told from
 * a correction; without it the later delivery counts. `agency` is for a feed of several agencies: a column, and which ORI
 * each of its values stands for (itself, where `values` are left out). `location` is "street,city" in one. `replacedBy`,
 * `replaces` and `splitFrom` are EIDO's merge directions REPLACED, REPLACING (several numbers, separated by `;`, `|` or
 * spaces) and SPLIT. `allow` names columns that only look like remarks.
 */
export type CallMap = z.infer<typeof callMap>;

/** Reads a map of a feed of calls. Throws the `ImportError` `BAD_MAP` with every field that is wrong. */
export function readCallMap(data: unknown): CallMap {
  return readMap(callMap, data, "the map of columns");
}
