import { createTestDatabase } from "../../../../test/kit/database";
import { serveSlice } from "../slice/serveSlice";
import { CollectedSpans, startTestSlice, testViewer, testViewerKey, type TestSlice } from "../testing/index";
import { notesSlice } from "../testing/notes/notesSlice";
import { Role } from "../viewer/role";
import { proofHeader, viewerHeader } from "../viewer/viewerHeaders";
import { askedOfGraph, delegate, proven } from "../viewer/viewerProof";
import { startTracing, type RunningTracing } from "./startTracing";

const traceId = "0af7651916cd43dd8448eb211c80319c";
const fetchSpan = "b7ad6b7169203331";

let notes: TestSlice;
let exporter: CollectedSpans;
let tracing: RunningTracing | undefined;
let http: Awaited<ReturnType<typeof serveSlice>>;

beforeAll(async () => {
  notes = await startTestSlice(notesSlice, createTestDatabase);
  exporter = new CollectedSpans();
  tracing = await startTracing({ service: "notes", endpoint: "http://127.0.0.1:9", exporter });
  http = await serveSlice({
    ...{ slice: notes.slice, ports: [], host: "127.0.0.1", port: 0 },
    eventsKey: "e".repeat(32),
  });
});

afterAll(async () => {
  await http.close(0);
  await notes.stop();
});

test("a slice continues the gateway's trace with a span of each statement, by its name; its own work has none", async () => {
  const request = { query: "{ notes { totalCount } }" };
  const { viewerToken, proof } = proven(
    delegate(testViewer(Role.OFFICER), "notes/graph", testViewerKey),
    askedOfGraph(request),
  );
  const ask = (headers: Readonly<Record<string, string>>) =>
    fetch(http.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        [viewerHeader]: viewerToken,
        [proofHeader]: proof,
        ...headers,
      },
      body: JSON.stringify(request),
    });
  expect((await ask({ traceparent: `00-${traceId}-${fetchSpan}-01` })).status).toBe(200);
  const statements = await notes.countStatements(() => ask({}));
  await tracing?.stop();
  const { spans } = exporter;
  const served = spans.find(({ name }) => name === "slice notes");
  expect(served?.spanContext().traceId).toBe(traceId);
  expect(served?.parentSpanContext?.spanId).toBe(fetchSpan);
  const sql = spans.filter(({ name }) => name.startsWith("sql "));
  expect(sql.map(({ name }) => name).toSorted()).toEqual(statements.map((name) => `sql ${name}`).toSorted());
  for (const { attributes, parentSpanContext } of sql) {
    expect(parentSpanContext?.spanId).toBe(served?.spanContext().spanId);
    expect(Object.keys(attributes).toSorted()).toEqual(["corespond.slice", "corespond.statement", "db.system.name"]);
  }
});
