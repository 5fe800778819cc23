import { Gate } from "@corespond/kit/testing";

import { httpTransport } from "../slices/httpTransport";
import type { SliceTransport } from "../slices/sliceTransport";
import { json, startOddSlice, type OddSlice } from "../slices/testing/oddSlice";
import { defaultResilience, type ResilienceSettings } from "./resilienceSettings";
import { resilient } from "./resilient";

let slice: OddSlice;
let transport: SliceTransport;

beforeEach(async () => {
  slice = await startOddSlice();
});
afterEach(async () => {
  await slice.stop();
  await transport.close();
});

const patient: ResilienceSettings = { ...defaultResilience, timeoutMs: 600_000, breakMs: 600_000, breakAtPercent: 100 };
const under = (settings: Partial<ResilienceSettings>): void => {
  const all = { ...patient, ...settings };
  transport = resilient(httpTransport(slice.url, { timeoutMs: all.timeoutMs }), all);
};
const send = (query = "{ ok }", signal?: AbortSignal) => transport.send({ query }, undefined, signal);
const outcome = async (query?: string): Promise<unknown> =>
  await send(query).then(
    () => "answered",
    (error: { readonly kind?: string; readonly name: string }) => error.kind ?? error.name,
  );
const failing = (times: number): void => {
  let left = times;
  slice.answer((request, response) => {
    left -= 1;
    if (left >= 0) request.socket.resetAndDestroy();
    else json({ data: { ok: true } })(request, response);
  });
};

test("a read that met a failed connection is sent again, so many times", async () => {
  under({ retries: 2 });
  failing(2);
  expect(await outcome("query { ok }")).toBe("answered");
  expect(slice.asked()).toBe(3);
  failing(3);
  expect(await outcome("{ ok }")).toBe("unreachable");
  expect(slice.asked()).toBe(6);
});

test.each([502, 503, 504])("a read that met %d is sent again", async (status) => {
  under({});
  slice.answer((request, response) =>
    json({ data: { ok: true } }, { status: slice.asked() === 1 ? status : 200 })(request, response),
  );
  expect(await outcome()).toBe("answered");
});

test.each(["mutation { act }", "  mutation M { act }", "fragment F on Mutation { act } mutation { ...F }"])(
  "%s is sent once, whatever it meets",
  async (mutation) => {
    under({ retries: 5 });
    failing(1);
    expect(await outcome(mutation)).toBe("unreachable");
    expect(slice.asked()).toBe(1);
  },
);

test("an answer that is garbage is not asked for again", async () => {
  under({ retries: 5 });
  slice.answer(json("garbage"));
  expect(await outcome()).toBe("malformed");
  expect(slice.asked()).toBe(1);
});

test("when everything fails, repetitions end with their budget", async () => {
  under({ retries: 3, retryBudgetPercent: 10 });
  failing(10_000);
  for (let n = 0; n < 100; n += 1) expect(await outcome()).toBe("unreachable");
  // 100 fetches, the credit of 10, and at most a tenth of the fetches.
  expect(slice.asked()).toBeLessThanOrEqual(120);
});

test("a slice that fails most of the time is left alone", async () => {
  under({ retries: 0, breakAtPercent: 50 });
  failing(10_000);
  for (let n = 0; n < 30; n += 1) await outcome();
  expect(slice.asked()).toBeLessThan(30);
});

test("a slice that will not hear what one client sends is not left alone for the others", async () => {
  under({ breakAtPercent: 50 });
  slice.answer((_request, response) => response.writeHead(401, { "content-type": "text/plain" }).end("No."));
  for (let count = 0; count < 20; count += 1) expect(await outcome()).toBe("refused");
  slice.answer(json({ message: "No." }, { status: 401 }));
  for (let count = 0; count < 20; count += 1) expect(await outcome()).toBe("refused");
  slice.answer(json({ data: { ok: true } }));
  expect(await outcome()).toBe("answered");
});

test("a slice that was left alone is tried again later", async () => {
  under({ retries: 0, breakAtPercent: 50, breakMs: 1 });
  failing(10_000);
  for (let n = 0; n < 30; n += 1) await outcome();
  slice.answer(json({ data: { ok: true } }));
  await expect(untilAnswered()).resolves.toBe("answered");
});

async function untilAnswered(): Promise<unknown> {
  for (;;) {
    const got = await outcome();
    if (got === "answered") return got;
  }
}

test("so many fetches run at once, so many wait, and the next is given up at once", async () => {
  under({ concurrency: 2, queue: 1 });
  const gate = new Gate();
  slice.answer((request, response) => void gate.pass().then(() => json({ data: {} })(request, response)));
  const admitted = [outcome(), outcome(), outcome()];
  expect(await outcome()).toBe("Error");
  gate.open();
  expect(await Promise.all(admitted)).toEqual(["answered", "answered", "answered"]);
  expect(slice.asked()).toBe(3);
});

test("a drip that never ends is cut off when the time is up", async () => {
  under({ timeoutMs: 300 });
  const cut = slice.nextCut();
  slice.answer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const drip = setInterval(() => response.write(" "), 10);
    response.once("close", () => clearInterval(drip));
  });
  expect(await outcome()).toBe("slow");
  await cut;
});

test("a client that leaves stops a read at the slice, and lets a mutation finish", async () => {
  under({});
  const cut = slice.nextCut();
  const [reached, gate] = [new Gate(), new Gate()];
  slice.answer((request, response) => {
    void reached.pass();
    void gate.pass().then(() => json({ data: { ok: true } })(request, response));
  });
  const leaving = new AbortController();
  const gone = new Error("gone");
  const [read, mutation] = [send("{ ok }", leaving.signal), send("mutation { act }", leaving.signal)];
  const refused = expect(read).rejects.toBe(gone);
  await reached.reached();
  leaving.abort(gone);
  await Promise.all([refused, cut]);
  gate.open();
  expect(await mutation).toEqual({ data: { ok: true } });
});

test("a fetch that waits for its turn is given up with its client, and never sent", async () => {
  under({ concurrency: 1 });
  const gate = new Gate();
  slice.answer((request, response) => void gate.pass().then(() => json({ data: {} })(request, response)));
  const first = outcome();
  await gate.reached();
  const leaving = new AbortController();
  const waiting = send("{ ok }", leaving.signal);
  const gone = new Error("gone");
  leaving.abort(gone);
  await expect(waiting).rejects.toBe(gone);
  gate.open();
  expect(await first).toBe("answered");
  expect(await outcome()).toBe("answered");
  expect(slice.asked()).toBe(2);
});
