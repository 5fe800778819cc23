import type { RowAccess } from "../database/accessSql";
import type { FieldRule } from "./fieldRule";
import { rowsSql, type RowRule } from "./rowRule";

/** Who may see and write the rows of one table. A command without rules is refused to everybody. */
export interface TablePolicy {
  readonly table: string;
  readonly select: readonly RowRule[];
  readonly insert?: readonly RowRule[];
  readonly update?: readonly RowRule[];
  readonly delete?: readonly RowRule[];
  /** What functions of the owner's tell of its rows past its row-level security. */
  readonly functions?: readonly FunctionPolicy[];
}

/** For whom a function of the owner's tells of a table's rows, though the viewer may not select them. */
export interface FunctionPolicy {
  /** The function's name in the database. */
  readonly name: string;
  readonly rules: readonly RowRule[];
}

/** Everything that a table's policy rules on: its commands, then its functions, each with its rules. */
export function ruledOn({ functions = [], ...commands }: TablePolicy): readonly FunctionPolicy[] {
  const { select, insert = [], update = [], delete: removal = [] } = commands;
  return [
    { name: "select", rules: select },
    { name: "insert", rules: insert },
    { name: "update", rules: update },
    { name: "delete", rules: removal },
    ...functions,
  ];
}

/** All rules of one noun: its tables' rows, and the fields of its type. Nothing is allowed that no rule allows. */
export interface Policy<F extends string = string, R = unknown> {
  /** The type of the graph, or for tables behind no type what they hold. */
  readonly type: string;
  readonly tables: readonly TablePolicy[];
  /** Empty for tables behind no type. */
  readonly fields: readonly FieldRule<F, R>[];
}

/** The policies of a slice, whatever their rows. */
export type AnyPolicy = Policy<string, never>;

/** Row-level security as the policies say it. */
export function accessOf(policies: readonly AnyPolicy[]): readonly RowAccess[] {
  return policies.flatMap(({ tables }) =>
    tables.map(({ table, ...commands }) => ({
      table,
      select: rowsSql(commands.select),
      ...(commands.insert && { insert: rowsSql(commands.insert) }),
      ...(commands.update && { update: rowsSql(commands.update) }),
      ...(commands.delete && { delete: rowsSql(commands.delete) }),
    })),
  );
}
