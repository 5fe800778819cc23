import { Gate } from "@corespond/kit/testing";

import { httpTransport } from "./httpTransport";
import type { SliceFault } from "./sliceFault";
import type { SliceTransport } from "./sliceTransport";
import { json, startOddSlice, type OddSlice } from "./testing/oddSlice";

const answerLimitBytes = 10_000;
let slice: OddSlice;
let transport: SliceTransport;

beforeAll(async () => {
  slice = await startOddSlice();
  transport = httpTransport(slice.url, { answerLimitBytes, timeoutMs: 1_000 });
});
afterAll(async () => {
  await slice.stop();
  await transport.close();
});

const send = (signal?: AbortSignal) => transport.send({ query: "{ ok }", variables: { n: 1 } }, undefined, signal);
const fault = async (): Promise<string> =>
  await send().then(
    () => "answered",
    (error: SliceFault) => error.kind,
  );

test("a request is JSON at the address's path and query, with the headers of who asks", async () => {
  const seen: unknown[] = [];
  slice.answer((request, response) => {
    seen.push(request.method, request.url, request.headers["content-type"], request.headers["x-by"]);
    json({ data: { ok: true }, extensions: {} })(request, response);
  });
  const named = httpTransport(slice.url, { headers: () => ["x-by", "a viewer"] });
  expect(await named.send({ query: "{ ok }" }, undefined)).toEqual({ data: { ok: true }, extensions: {} });
  expect(seen).toEqual(["POST", "/graphql?v=1", "application/json", "a viewer"]);
  await named.close();
});

test.each(["application/json; charset=utf-8", "application/graphql-response+json", 'Application/JSON;charset="UTF8"'])(
  "%s is the content-type of an answer, whatever the status",
  async (type) => {
    slice.answer(json({ errors: [{ message: "no" }] }, { status: 401, type }));
    expect(await send()).toEqual({ errors: [{ message: "no" }] });
  },
);

test.each([
  ["a page of HTML", json("<p>", { type: "text/html" }), "malformed"],
  ["JSON that says it is none", json({ data: null }, { type: "text/plain" }), "malformed"],
  ["JSON in another charset", json({ data: null }, { type: "application/json; charset=utf-16" }), "malformed"],
  ["half of a JSON text", json('{ "data": { "ok": tr'), "malformed"],
  ["a byte that is not UTF-8", json(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])), "malformed"],
  ["an empty body", json(""), "malformed"],
  ["JSON that is no result", json({ ok: true }), "malformed"],
  ["data that is a list", json({ data: [] }), "malformed"],
  ["errors that are no list", json({ data: null, errors: "broken" }), "malformed"],
  ["an error without a message", json({ data: null, errors: [null] }), "malformed"],
  ["a proxy's own error", json({ errors: [{ message: "x" }] }, { status: 502 }), "notReady"],
  ["a slice that drains", json({ errors: [{ message: "x" }] }, { status: 503 }), "notReady"],
  ["more than the limit", json({ data: { ok: "x".repeat(answerLimitBytes) } }), "tooLarge"],
])("%s is no answer", async (_what, listener, kind) => {
  slice.answer(listener);
  expect(await fault()).toBe(kind);
});

test("what exceeds the limit is cut off, though it never says how long it is", async () => {
  const cut = slice.nextCut();
  slice.answer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const more = (): void => {
      while (!response.destroyed && response.write("x".repeat(4_000)));
      response.once("drain", more);
    };
    more();
  });
  expect(await fault()).toBe("tooLarge");
  await cut;
});

test("answers that are long together are given up before they fill the memory, and shorter ones are taken again", async () => {
  const long = JSON.stringify({ data: { ok: "x".repeat(answerLimitBytes * 0.9) } });
  const gate = new Gate();
  slice.answer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write(long.slice(0, -1));
    void gate.pass().then(() => response.end("}"));
  });
  // Four of nine thousand bytes each are below the limit of forty thousand, and whichever comes then is above it.
  const outcomes = Array.from({ length: 8 }, () => fault());
  const settled = outcomes.map((outcome, index) => outcome.then(() => index));
  for (let refused = 0; refused < 4; refused += 1) {
    const index = await Promise.race(settled);
    expect(await outcomes[index]).toBe("tooLarge");
    settled[index] = new Promise(() => undefined);
  }
  gate.open();
  expect((await Promise.all(outcomes)).filter((outcome) => outcome === "answered")).toHaveLength(4);
  slice.answer(json({ data: { ok: true } }));
  expect(await fault()).toBe("answered");
});

test("a connection that is reset is one that failed, before and within an answer", async () => {
  slice.answer((request) => request.socket.resetAndDestroy());
  expect(await fault()).toBe("unreachable");
  slice.answer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": 100 });
    response.write("{", () => response.socket?.resetAndDestroy());
  });
  expect(await fault()).toBe("unreachable");
});

test("bytes that are not HTTP are no answer", async () => {
  slice.answer((request) => request.socket.end("\u0016\u0003\u0001 TLS, surely?\r\n\r\n"));
  expect(await fault()).toBe("malformed");
});

test("silence ends at the limit", async () => {
  const cut = slice.nextCut();
  slice.answer(() => undefined);
  expect(await fault()).toBe("slow");
  await cut;
});

test("who no longer waits cuts the connection, and hears their own reason", async () => {
  const cut = slice.nextCut();
  const controller = new AbortController();
  const gone = new Error("gone");
  slice.answer(() => controller.abort(gone));
  await expect(send(controller.signal)).rejects.toBe(gone);
  await cut;
  await expect(send(controller.signal)).rejects.toBe(gone);
});

test("no fault repeats what the slice said", async () => {
  slice.answer(json('{ "data": "Testperson'));
  await expect(send()).rejects.toMatchObject({ message: expect.not.stringContaining("Testperson") as string });
});
