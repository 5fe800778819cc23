import type { RequestContext, RowAccess } from "@corespond/kit";

import { publicRows } from "../access/publicRows";
import { viewFields } from "../loading/viewFields";
import type { ProgramRow } from "./program.row";
import { ServiceProgram } from "./program.type";

/** Programs are public. */
export const programAccess: RowAccess = publicRows("program");

/** Makes a program's view. */
export function viewProgram(_context: RequestContext, row: ProgramRow): ServiceProgram {
  return viewFields(ServiceProgram, row, ["id", "externalId", "name", "alternateName", "description"]);
}
