import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

test("the measurement of an import of calls runs, and its rows are all there", async () => {
  const script = path.join(__dirname, "calls.mjs");
  const { stdout } = await promisify(execFile)(process.execPath, [script, "--json", "--rows", "3000"]);
  const { calls } = JSON.parse(stdout) as { readonly calls: Readonly<Record<string, unknown>> };
  expect(calls).toMatchObject({
    ...{ rowsIn: 3000, loaded: 3000, updated: 0, unchanged: 0, rejected: 0, unmappedCodes: 120 },
    again: { rowsIn: 3000, loaded: 0, updated: 0, unchanged: 3000, rejected: 0 },
  });
  for (const figure of ["rowsPerSecond", "copyRowsPerSecond", "ratioToCopy", "peakMB"])
    expect(calls[figure]).toBeGreaterThan(0);
}, 120_000);
