import "reflect-metadata";

import { buildSubgraph } from "@corespond/kit";

import { agenciesSlice } from "./subgraph";

export { AgencyKind } from "./agency/agency.kind";
export { CountyDataError } from "./county/countyDataError";
export { loadCounty, type CountyChanges } from "./county/loadCounty";
export type { CountyData } from "./county/countyData";
export { JurisdictionKind } from "./jurisdiction/jurisdiction.kind";
export { StaffRole } from "./staff/staff.role";
export type { CallImportSummary } from "./importers/calls/callCounts";
export { importCalls, type ImportCallsOptions } from "./importers/calls/importCalls";
export { importSubjects, type ImportSubjectsOptions } from "./importers/subjects/importSubjects";
export { importAgencies, type ImportAgenciesOptions } from "./importers/importAgencies";
export { agenciesSlice };

/** The slice's SDL as composition reads it; needs no database. */
export async function printSubgraphSdl(): Promise<string> {
  return (await buildSubgraph(agenciesSlice.graph)).sdl;
}
