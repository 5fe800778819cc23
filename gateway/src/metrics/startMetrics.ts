import type { LabelBounds } from "./boundedLabels";
import { GraphMetrics } from "./graphMetrics";
import type { MetricsSettings } from "./metricsEnvironment";
import { serveMetrics } from "./serveMetrics";

/** Metrics that are counted, and served at a door of their own. */
export interface RunningMetrics {
  readonly graph: GraphMetrics;
  /** Where they are read, such as `http://127.0.0.1:9464/metrics`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts counting and serving. The library is read from the disk only here: a gateway that counts nothing never loads it. */
export async function startMetrics(settings: MetricsSettings, bounds?: LabelBounds): Promise<RunningMetrics> {
  const prometheus = await import("prom-client");
  const registry = new prometheus.Registry();
  const graph = new GraphMetrics(prometheus, registry, bounds);
  const served = await serveMetrics(registry, settings);
  prometheus.collectDefaultMetrics({ register: registry });
  return { graph, ...served };
}
