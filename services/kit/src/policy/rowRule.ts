import { Role } from "../viewer/role";
import { roleIs } from "../viewer/viewerSql";
import type { Basis } from "./legalBasis";

/** Whom a rule is for, and why: what the documentation of a policy prints. */
export interface RuleTerms {
  /** Unique within its policy. */
  readonly id: string;
  readonly roles: readonly Role[];
  /** How the viewer stands to the record, in words: `sent by the own agency`. */
  readonly relation: string;
  readonly basis: Basis;
  /** Where the rule comes from: `Minn. Stat. 13.46`. */
  readonly source: string;
}

/**
 * One ground on which rows may be seen or written. Rules of one table add up: what none of them grants is refused. A rule
 * bounds the rows by `where`, a condition over the row's columns and `viewerSql`, or by `within`: a column whose value is
 * one of some ids, which an index serves. Without either it grants all rows.
 */
export interface RowRule extends RuleTerms {
  readonly where?: string;
  readonly within?: { readonly column: string; readonly ids: string };
}

/**
 * The condition that rules add up to. All `within` of one column become one list, which PostgreSQL computes once for a
 * statement and looks up in the column's index.
 */
export function rowsSql(rules: readonly RowRule[]): string {
  const columns = [...new Set(rules.flatMap(({ within }) => within?.column ?? []))];
  const listed = columns.map((column) => {
    const lists = rules.flatMap(({ roles, within }) =>
      within?.column === column ? `CASE WHEN ${roleIs(...roles)} THEN ${within.ids} ELSE '{}'::uuid[] END` : [],
    );
    return `${column} = ANY ((SELECT ${lists.join(" || ")})::uuid[])`;
  });
  const others = rules.flatMap((rule) => (rule.within ? [] : conditionOf(rule)));
  return [...listed, ...others].join(" OR ") || "false";
}

function conditionOf({ roles, where }: RowRule): string {
  const everybody = Object.values(Role).every((role) => roles.includes(role));
  if (everybody) return where === undefined ? "true" : `(${where})`;
  return where === undefined ? roleIs(...roles) : `(${roleIs(...roles)} AND (${where}))`;
}
