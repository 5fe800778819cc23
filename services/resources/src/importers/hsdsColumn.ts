import { DateTime } from "luxon";

import type { Cell } from "./rowReading";

/**
 * How a column of a table is read from a file. A value that is not what it should be costs a row only where the row
 * makes no sense without it; elsewhere the row is kept without the value, and the report says so.
 */
export interface HsdsColumn {
  /** The field's names: that of HSDS 3.1, then older ones. */
  readonly fields: readonly [string, ...string[]];
  /** The file must have the column. */
  readonly required?: true;
  readonly read: (cell: Cell) => unknown;
}

type Fields = readonly [string, ...string[]];

/** Text, as it is. */
export const text = (...fields: Fields): HsdsColumn => ({ fields, read: ({ value }) => value });

/** Text without which the row is rejected. */
export const requiredText = (...fields: Fields): HsdsColumn => ({ fields, required: true, read: requiredValue });

/** A number of at least 0. */
export const amount = (...fields: Fields): HsdsColumn => ({
  fields,
  read: (cell) => understood(cell, "number", (value) => (/^\d+([.]\d+)?$/.test(value) ? Number(value) : undefined)),
});

/** A whole number of at least 1. */
export const count = (...fields: Fields): HsdsColumn => ({
  fields,
  read: (cell) =>
    understood(cell, "whole number", (value) => (/^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined)),
});

/** A day of the calendar. */
export const day = (...fields: Fields): HsdsColumn => ({
  fields,
  read: (cell) => understood(cell, "date (YYYY-MM-DD)", parseDay),
});

/** An instant with its offset from UTC. */
export const instant = (...fields: Fields): HsdsColumn => ({
  fields,
  read: (cell) => understood(cell, "instant (RFC 3339)", parseInstant),
});

/** An address on the web. Any other scheme than http and https is a trap for who clicks it. */
export const webAddress = (...fields: Fields): HsdsColumn => ({
  fields,
  read: (cell) =>
    understood(cell, "http or https URL", (value) => {
      if (/^https?:\/\/\S+$/i.test(value)) return value;
      return /^[\w-]+([.][\w-]+)+(\/\S*)?$/.test(value) ? `http://${value}` : undefined;
    }),
});

/** Yes or no. */
export const flag = (ifAbsent: boolean, ...fields: Fields): HsdsColumn => ({
  fields,
  read: (cell) => understood(cell, "true or false", (value) => flags[value.toLowerCase()]) ?? ifAbsent,
});

const flags: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  t: true,
  "1": true,
  false: false,
  no: false,
  f: false,
  "0": false,
};

/** A value that the row must have, or it is rejected. */
export function requiredValue({ field, value, reading }: Cell): string | null {
  if (value === null) reading.reject(field, "MISSING_VALUE", "has no value, and must have one");
  return value;
}

/** What a value means; where it means nothing, null and a warning. */
function understood<T>(cell: Cell, what: string, parse: (value: string) => T | undefined): T | null {
  const { field, value, reading } = cell;
  if (value === null) return null;
  const parsed = parse(value);
  if (parsed === undefined) reading.warn(field, "INVALID_VALUE", `is no ${what}; the row is kept without it`);
  return parsed ?? null;
}

/** A day of the calendar, or undefined. */
export function parseDay(value: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && DateTime.fromISO(value).isValid ? value : undefined;
}

/** An instant, or undefined; one without an offset is taken for UTC. */
function parseInstant(value: string): Date | undefined {
  const parsed = DateTime.fromISO(value.replace(" ", "T"), { zone: "utc" });
  return parsed.isValid ? parsed.toJSDate() : undefined;
}
