import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

test("L25: the measurement of the audit runs: rows are added, found, sealed and verified without a fault", async () => {
  const script = path.join(__dirname, "audit.mjs");
  const { stdout } = await promisify(execFile)(process.execPath, [script, "--json", "--rows", "5000"]);
  const figures = JSON.parse(stdout) as Readonly<Record<string, number>>;
  expect(figures).toMatchObject({ rows: 7_000, faults: 0 });
  expect(figures["whoSawMs"]).toBeLessThan(5_000);
  for (const figure of ["insertPerSecond", "sealRowsPerSecond", "verifyRowsPerSecond"])
    expect(figures[figure]).toBeGreaterThan(0);
}, 120_000);
