import { variable, type EnvironmentCatalogue, type EnvironmentValues } from "@corespond/kit";
import { z } from "zod";

/** The variables that say whether and where metrics are served. */
export const metricsVariables = {
  CORESPOND_METRICS_PORT: variable(
    z.string().regex(/^\d+$/).transform(Number).pipe(z.number().max(65_535)).optional(),
    "The port at which Prometheus reads /metrics, apart from the graph's. Without it nothing is counted.",
  ),
  CORESPOND_METRICS_HOST: variable(
    z.string().min(1),
    "The address of that port. Whoever reaches it reads it; nobody signs in.",
    "127.0.0.1",
  ),
} as const satisfies EnvironmentCatalogue;

/** Where metrics are served; a port of 0 is any free one. */
export interface MetricsSettings {
  readonly host: string;
  readonly port: number;
}

/** Reads the settings; undefined where nothing is counted. */
export function metricsSettings(values: EnvironmentValues<typeof metricsVariables>): MetricsSettings | undefined {
  const { CORESPOND_METRICS_HOST: host, CORESPOND_METRICS_PORT: port } = values;
  return port === undefined ? undefined : { host, port };
}
