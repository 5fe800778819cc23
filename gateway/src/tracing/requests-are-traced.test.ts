import { startTracing } from "@corespond/kit";
import { CollectedSpans } from "@corespond/kit/testing";

import type { ForeignSlice } from "../generic/testing/foreignSlice";
import { composedOf, startShopSlices } from "../generic/testing/shop";
import { ask, startTestGateway } from "../generic/testing/startTestGateway";

let slices: readonly ForeignSlice[];

beforeAll(async () => {
  slices = await startShopSlices();
});

afterAll(async () => {
  await Promise.all(slices.map((slice) => slice.stop()));
});

const traceId = "0af7651916cd43dd8448eb211c80319c";
const clientSpan = "b7ad6b7169203331";
const shelf = "query Shelf { products(first: 41907) { name reviews { body } } }";

/** Asks a traced gateway, and gives its spans once it has stopped. */
async function traced(queries: readonly string[]): Promise<CollectedSpans["spans"]> {
  const exporter = new CollectedSpans();
  const tracing = await startTracing({ service: "test-gateway", endpoint: "http://127.0.0.1:9", exporter });
  const gateway = await startTestGateway(composedOf(slices), { tracing });
  for (const query of queries)
    await ask(gateway.url, query, {
      traceparent: `00-${traceId}-${clientSpan}-01`,
      baggage: "person=Testperson",
      "x-request-id": "11111111-2222-4333-8444-555555555555",
    });
  await gateway.stop();
  return exporter.spans;
}

test("a request is a span of its client's trace, with its phases, its plan and its fetches below it", async () => {
  const spans = await traced([shelf]);
  const request = spans.find(({ name }) => name === "graphql query");
  expect(request?.spanContext().traceId).toBe(traceId);
  expect(request?.parentSpanContext?.spanId).toBe(clientSpan);
  expect(request?.attributes).toEqual({
    "graphql.operation.name": "Shelf",
    "graphql.operation.type": "query",
    "corespond.request_id": "11111111-2222-4333-8444-555555555555",
    "corespond.client": "anonymous",
    "corespond.errors": 0,
  });
  const below = spans.filter(({ parentSpanContext }) => parentSpanContext?.spanId === request?.spanContext().spanId);
  expect(below.map(({ name }) => name).toSorted()).toEqual([
    "fetch products",
    "fetch reviews",
    "graphql.execute",
    "graphql.parse",
    "graphql.plan",
    "graphql.validate",
  ]);
});

test("slices are asked within their fetch's span, and get no baggage", async () => {
  const spans = await traced([shelf]);
  for (const { name, seen } of slices) {
    const fetched = spans.find((span) => span.name === `fetch ${name}`);
    expect(seen.at(-1)?.headers["traceparent"]).toBe(`00-${traceId}-${String(fetched?.spanContext().spanId)}-01`);
    expect(seen.at(-1)?.headers).not.toHaveProperty("baggage");
  }
});

test("a plan that was kept has no span, and a failure has its code and not its words", async () => {
  const spans = await traced([shelf, shelf, "query Press { broken }", "{ nothing }"]);
  expect(spans.filter(({ name }) => name === "graphql.plan")).toHaveLength(2);
  const failed = spans.map(({ attributes }) => attributes).filter((each) => each["corespond.errors"] === 1);
  expect(failed.map((each) => each["corespond.code"])).toEqual(
    expect.arrayContaining([undefined, "GRAPHQL_VALIDATION_FAILED"]),
  );
  const sent = JSON.stringify(
    spans.map(({ name, attributes, events, status, links }) => [name, attributes, events, status, links]),
  );
  for (const foreign of ["The press is down", "PRESS_DOWN", "41907", "Testperson", "Table"])
    expect(sent).not.toContain(foreign);
});

test("without a collector there are no spans, and slices get no trace", async () => {
  expect(await startTracing({ service: "test-gateway", endpoint: undefined })).toBeUndefined();
  const gateway = await startTestGateway(composedOf(slices));
  try {
    await ask(gateway.url, shelf, { traceparent: `00-${traceId}-${clientSpan}-01` });
    for (const { seen } of slices) expect(seen.at(-1)?.headers).not.toHaveProperty("traceparent");
  } finally {
    await gateway.stop();
  }
});
