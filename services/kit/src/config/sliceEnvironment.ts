import { z } from "zod";

import { areKeys } from "./keysOf";
import { variable, type EnvironmentCatalogue } from "./environment";

const port = z.string().regex(/^\d+$/).transform(Number).pipe(z.number().int().max(65_535));
const names = z.string().transform((list) =>
  list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== ""),
);

/** The variables that every process of the hub reads. */
export const processEnvironment = {
  HOST: variable(z.string().min(1), "The address to listen on.", "0.0.0.0"),
  PORT: variable(port, "The port to listen on.", "4000"),
  LOG_LEVEL: variable(
    z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]),
    "How much is logged, to standard error, as JSON lines.",
    "info",
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: variable(
    z.url().optional(),
    "The collector that traces are sent to, by OTLP over HTTP: http://host:4318. Without it nothing is traced.",
  ),
} as const satisfies EnvironmentCatalogue;

/** The name of a slice's own variable: `AGENCIES_DATABASE_URL`. */
export const sliceVariable = (slice: string, name: string): string => `${slice.toUpperCase()}_${name}`;

/** The secret that the gateway and one slice share. */
export const viewerKeyVariable = variable(
  z.string().refine(areKeys),
  "A secret of 32 characters or more, shared by the gateway and this slice: it signs who asks. While it is replaced, `new,old`: the first signs, both are accepted.",
);

/** The variables of a slice that runs as a process of its own. */
export const sliceProcessEnvironment = (slice: string) =>
  ({
    ...processEnvironment,
    CORESPOND_EVENTS_KEY: variable(
      z.string().refine(areKeys),
      "A secret of 32 characters or more, the same for all slices: it signs the events that they hand to each other. While it is replaced, two: the first signs, both are accepted.",
    ),
    [sliceVariable(slice, "DATABASE_URL")]: variable(
      z.url(),
      "The slice's database as its application role, which owns nothing: postgres://<slice>_app:…@host/database.",
    ),
    [sliceVariable(slice, "OWNER_DATABASE_URL")]: variable(
      z.url().optional(),
      "The same database as the role that owns its tables. Where it is set, the process brings the schema up to date before it serves.",
    ),
    [sliceVariable(slice, "VIEWER_KEY")]: viewerKeyVariable,
    [sliceVariable(slice, "EVENT_CONSUMERS")]: variable(
      names,
      "The slices that this one hands its events to, separated by commas.",
      "",
    ),
  }) satisfies EnvironmentCatalogue;

/** Where a slice is reached by the gateway and by other slices. */
export const sliceUrlVariable = (slice: string) =>
  ({
    [sliceVariable(slice, "URL")]: variable(
      z.url().optional(),
      "The slice's base URL, for the gateway and for other slices: http://host:port.",
    ),
  }) satisfies EnvironmentCatalogue;
