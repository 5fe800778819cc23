import { defineLoader, idLoader, readBatch, rowColumns } from "@corespond/kit";
import type { DataSource } from "typeorm";

import { intakeSql } from "./intakeSql";
import { viewProgram, type ProgramWithIntake } from "./program.policy";
import { ProgramRow } from "./program.row";
import type { Program } from "./program.type";

const columns = (dataSource: DataSource): string => `${rowColumns(dataSource, ProgramRow, "p")}, ${intakeSql}`;

/** How many programs a hub shows at most; a county runs one or a few. */
const mostPrograms = 100;

/** Programs by id. */
export const programById = idLoader<ProgramWithIntake, Program>("agencies.program.byId", {
  columns,
  from: "program p",
  idSql: "p.id",
  view: viewProgram,
});

/** All programs, oldest first; the key is always `all`. */
export const allPrograms = defineLoader<"all", readonly Program[]>("agencies.program.all", async (context, keys) => {
  const rows = await readBatch<ProgramWithIntake & Record<string, unknown>>(context, {
    name: "agencies.program.all",
    text: `SELECT ${columns(context.database.dataSource)} FROM program p ORDER BY p.launched_on, p.id LIMIT ${mostPrograms}`,
  });
  return keys.map(() => rows.map((row) => viewProgram(context, row)));
});
