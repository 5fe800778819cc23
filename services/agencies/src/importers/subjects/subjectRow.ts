import type { CsvRow } from "@corespond/kit";

import { CallSubjectRole } from "../../call/call.roles";
import type { RowNotes } from "../rowNotes";

/** The columns of a file of subjects. */
export const subjectColumns = {
  required: ["incident_number", "role", "family", "given"],
  optional: ["middle", "birth_date", "record_key"],
} as const;

type Column = (typeof subjectColumns)["required" | "optional"][number];

/** A person as a records system knows them; `birthDate` is `YYYY-MM-DD`, `key` the system's own. */
export interface SubjectPerson {
  readonly key: string | null;
  readonly given: string | null;
  readonly middle: string | null;
  readonly family: string | null;
  readonly birthDate: string | null;
}

/** A person's part in a call, on a line of the file. */
export interface SubjectRow {
  readonly line: number;
  readonly incidentNumber: string;
  readonly role: CallSubjectRole;
  readonly person: SubjectPerson;
}

const longestPart = 100;
const longestKey = 200;
const roles = Object.values(CallSubjectRole);

/** Reads a row; undefined where it is rejected, which `notes` says why. */
export function readSubject({ line, record }: CsvRow<Column>, notes: RowNotes): SubjectRow | undefined {
  const text = (field: Column): string | null => record[field]?.trim() || null;
  const reject = (field: Column, code: string, reason: string): void => {
    notes.reject({ field, value: record[field], code, reason });
  };
  const role = roles.find((known) => known === text("role")?.toUpperCase());
  const incidentNumber = text("incident_number") ?? "";
  if (incidentNumber === "") reject("incident_number", "MISSING_VALUE", "has no value, and must have one");
  if (role === undefined) reject("role", "INVALID_ROLE", `is none of ${roles.join(", ")}`);
  if (text("family") === null && text("given") === null) reject("family", "MISSING_VALUE", "and given have no value");
  for (const field of ["family", "given", "middle"] as const) {
    if ((text(field)?.length ?? 0) > longestPart) reject(field, "TOO_LONG", `is longer than ${longestPart} characters`);
  }
  if ((text("record_key")?.length ?? 0) > longestKey)
    reject("record_key", "TOO_LONG", `is longer than ${longestKey} characters`);
  const birthDate = text("birth_date");
  if (birthDate !== null && !isBirthDate(birthDate))
    reject("birth_date", "INVALID_DATE", "is not a day YYYY-MM-DD from 1890 to today");
  if (role === undefined || notes.rejections.length > 0) return undefined;
  const person = { key: text("record_key"), given: text("given"), middle: text("middle"), family: text("family") };
  return { line, incidentNumber, role, person: { ...person, birthDate } };
}

function isBirthDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) return false;
  return text >= "1890-01-01" && date.getTime() <= Date.now();
}
