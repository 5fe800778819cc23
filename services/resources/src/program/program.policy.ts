import type { RequestContext, AnyPolicy } from "@corespond/kit";

import { publicTable } from "../access/publicTable";
import { viewFields } from "../loading/viewFields";
import type { ProgramRow } from "./program.row";
import { ServiceProgram } from "./program.type";

/** Programs are public. */
export const programPolicy: AnyPolicy = publicTable("ServiceProgram", "program");

/** Makes a program's view. */
export function viewProgram(_context: RequestContext, row: ProgramRow): ServiceProgram {
  return viewFields(ServiceProgram, row, ["id", "externalId", "name", "alternateName", "description"]);
}
