import { idLoader, rowColumns } from "@corespond/kit";
import type { DataSource } from "typeorm";

import { partLoader } from "../loading/partLoader";
import { viewProgram } from "./program.policy";
import { ProgramRow } from "./program.row";
import type { ServiceProgram } from "./program.type";

const source = {
  columns: (dataSource: DataSource): string => rowColumns(dataSource, ProgramRow, "p"),
  from: "program p",
  view: viewProgram,
};

/** Programs by id. */
export const programById = idLoader<ProgramRow, ServiceProgram>("resources.program.byId", { ...source, idSql: "p.id" });

/** The programs of an organization. */
export const programsOfOrganization = partLoader<ProgramRow, ServiceProgram>("resources.program.ofOrganization", {
  ...source,
  where: "p.organization_id = key.parent",
  orderBy: "p.name, p.id",
});
