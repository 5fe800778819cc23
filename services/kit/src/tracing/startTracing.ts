import type { SpanExporter } from "@opentelemetry/sdk-trace-node";

/** Spans that are made and sent to a collector. */
export interface RunningTracing {
  /** Sends what is left, then makes no more. */
  stop(): Promise<void>;
}

/** How a process is traced. */
export interface TracingSettings {
  /** What the process is called, unless `OTEL_SERVICE_NAME` says otherwise. */
  readonly service: string;
  /** The collector's address for OTLP over HTTP; undefined where nothing is traced. */
  readonly endpoint: string | undefined;
  /** What takes the spans instead of the collector. */
  readonly exporter?: SpanExporter;
}

/**
 * Starts sending this process's spans to a collector, where one is named. The SDK is read from the disk only then, and it reads
 * OpenTelemetry's other standard variables itself. Of a client's headers the trace context alone is taken up and passed on:
 * baggage could carry anything to the slices.
 */
export async function startTracing(settings: TracingSettings): Promise<RunningTracing | undefined> {
  const { service, endpoint } = settings;
  if (endpoint === undefined) return undefined;
  const [api, core, exporter, resources, sdk] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/core"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    import("@opentelemetry/resources"),
    import("@opentelemetry/sdk-trace-node"),
  ]);
  const url = new URL("v1/traces", endpoint.endsWith("/") ? endpoint : `${endpoint}/`).href;
  const provider = new sdk.NodeTracerProvider({
    resource: resources
      .resourceFromAttributes({ "service.name": service })
      .merge(resources.detectResources({ detectors: [resources.envDetector] })),
    spanProcessors: [new sdk.BatchSpanProcessor(settings.exporter ?? new exporter.OTLPTraceExporter({ url }))],
  });
  provider.register({ propagator: new core.W3CTraceContextPropagator() });
  return {
    async stop() {
      await provider.shutdown();
      for (const part of [api.trace, api.context, api.propagation]) part.disable();
    },
  };
}
