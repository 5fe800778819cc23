import { mayMeasureSql } from "./measures.policy";

/**
 * A function that counts past row-level security, with its owner's rights: analysts see no row of a referral. It counts
 * in `measured_agencies(program)` alone, and what it answers with is for our own code, which lets totals out.
 */
export interface MeasureFunction {
  /** Name and parameters; the first is `program uuid`. */
  readonly signature: string;
  readonly returns: string;
  readonly body: string;
}

/**
 * The agencies of a program that this request was granted, after the agencies slice had said whose program it is: signed,
 * so that hand-written SQL cannot name others. None for a viewer who may not be given measures.
 */
export const measuredAgencies: MeasureFunction = {
  signature: "measured_agencies(program uuid)",
  returns: "uuid[]",
  body: `SELECT CASE WHEN ${mayMeasureSql} THEN corespond.granted('program ' || program) ELSE '{}' END`,
};

/** The condition that a column names one of the program's agencies; run once per statement. */
export const ofMeasuredAgency = (column: string): string =>
  `${column} = ANY ((SELECT measured_agencies(program))::uuid[])`;
