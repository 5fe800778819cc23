import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

/** What a process costs is read from /proc, and `taskset` holds it on its core. */
const onLinux = process.platform === "linux" ? test : test.skip;

interface Figures {
  readonly runs: { readonly ours: Readonly<Record<string, number>> };
  readonly ratios: Readonly<Record<string, number>>;
  readonly coldPlan: Readonly<Record<string, number>>;
  readonly memory: Readonly<Record<string, number>>;
}

onLinux(
  "the measurement of our gateway runs, and its answers are whole",
  async () => {
    const script = path.join(__dirname, "gateway.mjs");
    const small = ["--only", "ours", "--seconds", "1", "--rounds", "1", "--connections", "4", "--queries", "6"];
    const { stdout } = await promisify(execFile)(process.execPath, [script, "--json", ...small]);
    const { runs, ratios, coldPlan, memory } = JSON.parse(stdout) as Figures;
    for (const figure of ["rps", "p50", "p99", "cpuMsPerRequest", "peakMB", "sliceRequestsPerOperation"])
      expect(runs.ours[figure]).toBeGreaterThan(0);
    expect(ratios).toEqual({});
    for (const figure of ["plannerMs", "oursMs", "ratio"]) expect(coldPlan[figure]).toBeGreaterThan(0);
    expect(memory).toMatchObject({ queries: 6 });
    for (const figure of ["firstMB", "lastMB"]) expect(memory[figure]).toBeGreaterThan(0);
  },
  120_000,
);
