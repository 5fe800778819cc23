import path from "node:path";

import { chaos } from "../prove/gateway/chaos/chaos.mjs";

test("slices that fail in every way cost their part of an answer: none hangs, none is lost, and they are asked again once they are well", async () => {
  const { faults, hung, peakMemoryMB, problems } = await chaos({ seconds: 2, root: path.resolve(__dirname, "../..") });
  expect(problems).toEqual([]);
  expect(hung).toBe(0);
  expect(faults).toBeGreaterThan(10);
  // Of a gigabyte, no slice's answer brings in more than its limit.
  expect(peakMemoryMB).toBeLessThan(900);
}, 120_000);
