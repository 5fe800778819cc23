import type { ReadableSpan, SpanExporter } from "@opentelemetry/sdk-trace-node";

/** Keeps spans in memory, where a process would send them to a collector. */
export class CollectedSpans implements SpanExporter {
  readonly spans: ReadableSpan[] = [];

  export(spans: ReadableSpan[], done: Parameters<SpanExporter["export"]>[1]): void {
    this.spans.push(...spans);
    done({ code: 0 });
  }

  shutdown(): Promise<void> {
    return Promise.resolve();
  }
}
