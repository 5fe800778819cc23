import {
  corsVariable,
  doorEnvironment,
  engineVariable,
  issuersVariable,
  limitsVariables,
  metricsVariables,
  planVariables,
} from "@corespond/gateway";
import { areKeys, sliceVariable, variable, type EnvironmentCatalogue } from "@corespond/kit";
import { z } from "zod";

/** The variables that the hub reads beside those of every process. */
export const hubEnvironment = {
  ...issuersVariable,
  ...corsVariable,
  ...engineVariable,
  ...doorEnvironment,
  ...limitsVariables,
  ...metricsVariables,
  ...planVariables,
  CORESPOND_HOME: variable(
    z.string().min(1),
    "The folder that keeps the embedded database, the local issuer's key and the slices' secrets.",
    ".corespond",
  ),
} as const satisfies EnvironmentCatalogue;

/** A slice's variables where the hub runs it in its own process. */
export const hubSliceEnvironment = (slice: string) =>
  ({
    [sliceVariable(slice, "DATABASE_URL")]: variable(
      z.url().optional(),
      "The slice's database as its application role. Without it, the embedded server holds the database.",
    ),
    [sliceVariable(slice, "OWNER_DATABASE_URL")]: variable(
      z.url().optional(),
      "The same database as the role that owns its tables; the hub brings the schema up to date through it.",
    ),
    [sliceVariable(slice, "VIEWER_KEY")]: variable(
      z.string().refine(areKeys).optional(),
      "The key with which viewers are signed for this slice, or `new,old` while it is replaced. Without it, the data folder keeps one.",
    ),
  }) satisfies EnvironmentCatalogue;
