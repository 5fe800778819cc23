import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { json } from "node:stream/consumers";

import { corespond } from "./harness/startCommand";

/** What OTLP sends as JSON (opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest). */
interface Export {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly { readonly key: string; readonly value: object }[] };
    readonly scopeSpans: readonly { readonly spans: readonly { readonly name: string }[] }[];
  }[];
}

interface Received {
  readonly url: string | undefined;
  readonly type: string | undefined;
  readonly body: Export;
}

const supergraph = path.resolve(__dirname, "../../schema/supergraph.graphql");

let collector: Server;
const received: Received[] = [];

beforeAll(async () => {
  collector = createServer((request, response) => {
    void json(request).then((body) => {
      received.push({ url: request.url, type: request.headers["content-type"], body: body as Export });
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  }).listen(0, "127.0.0.1");
  await once(collector, "listening");
});
afterAll(() => collector.close());

test("what a gateway did is with the collector once it has ended", async () => {
  const endpoint = `http://127.0.0.1:${String((collector.address() as AddressInfo).port)}/otlp`;
  const gateway = corespond(["gateway", "--supergraph", supergraph, "--port", "0", "--no-auth"], {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_SERVICE_NAME: "county-gateway",
  });
  await gateway.says("is served at http://127.0.0.1:");
  const url = /http:\/\/\S+/.exec(gateway.output())?.[0] ?? "";
  await fetch(`${url}?query={__typename}`);
  gateway.child.kill("SIGTERM");
  expect(await gateway.ended()).toBe(0);
  expect(new Set(received.map(({ url: at, type }) => `${String(at)} ${String(type)}`))).toEqual(
    new Set(["/otlp/v1/traces application/json"]),
  );
  const spans = received.flatMap(({ body }) => body.resourceSpans);
  for (const { resource } of spans)
    expect(resource.attributes).toContainEqual({ key: "service.name", value: { stringValue: "county-gateway" } });
  const names = spans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((each) => each.spans.map(({ name }) => name)));
  expect(names).toContain("graphql query");
});
