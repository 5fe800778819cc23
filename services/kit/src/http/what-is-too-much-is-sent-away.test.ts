import fc from "fast-check";

import { expectedWaitMs } from "./loopDelay";
import { LoadShedder } from "./loadShedder";
import { postQuery } from "./testing/postQuery";
import { startToyServer, type ToyServer } from "./testing/startToyServer";

const health = { "GET /health": () => Promise.resolve({ status: 200, body: "{}" }) };
let server: ToyServer | undefined;

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

test("a request beyond the limit is answered 503 at once, says when to come again, and the others are answered", async () => {
  server = await startToyServer({ load: { inFlight: 1, loopDelayMs: 60_000 }, routes: health });
  const first = postQuery(server.url, "{ held }");
  await server.held.reached();
  const second = await postQuery(server.url, "{ hello }");
  expect(second).toMatchObject({ status: 503, errors: [{ extensions: { code: "SERVICE_UNAVAILABLE" } }] });
  expect(second.headers.get("retry-after")).toMatch(/^[1-3]$/);
  expect((await fetch(`${server.origin}/health`)).status).toBe(200);
  server.held.open();
  expect(await first).toMatchObject({ status: 200, data: { held: "released" } });
});

test("there is room again as soon as an answer is sent", async () => {
  server = await startToyServer({ load: { inFlight: 1, loopDelayMs: 60_000 } });
  for (let n = 0; n < 5; n += 1) expect(await postQuery(server.url, "{ hello }")).toMatchObject({ status: 200 });
});

test("a few requests are taken however slow the process is", () => {
  const shedder = new LoadShedder({ inFlight: 100, loopDelayMs: -1 });
  expect(shedder.refusal(16)).toBeUndefined();
  expect(shedder.refusal(17)).toMatchObject({ status: 503 });
  shedder.stop();
});

test("an idle loop makes nobody wait, and one that only turns once a second half of that", () => {
  expect(expectedWaitMs({ mean: Number.NaN, stddev: Number.NaN })).toBe(0);
  expect(expectedWaitMs({ mean: 10e6, stddev: 0 })).toBe(0);
  expect(expectedWaitMs({ mean: 1_000e6, stddev: 0 })).toBeCloseTo(495);
});

test("who arrives waits no less than half a mean turn", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 10, max: 10_000, noNaN: true }),
      fc.double({ min: 0, max: 10_000, noNaN: true }),
      (mean, stddev) => {
        expect(expectedWaitMs({ mean: mean * 1e6, stddev: stddev * 1e6 })).toBeGreaterThanOrEqual(mean / 2 - 5.001);
      },
    ),
  );
});
