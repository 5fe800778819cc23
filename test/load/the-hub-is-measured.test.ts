import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

test("the measurement of the hub runs, and its statements are known", async () => {
  const script = path.join(__dirname, "hub.mjs");
  const small = ["--from", "200", "--to", "400", "--rounds", "3"];
  const { stdout } = await promisify(execFile)(process.execPath, [script, "--json", ...small]);
  const { p50RatioToSql, growth, accounts } = JSON.parse(stdout) as {
    readonly p50RatioToSql: number;
    readonly growth: Readonly<Record<string, number>>;
    readonly accounts: Readonly<Record<"small" | "large", Readonly<Record<string, unknown>>>>;
  };
  expect(p50RatioToSql).toBeGreaterThan(0);
  expect(growth).toMatchObject({ fromPersons: 200, toPersons: 400 });
  for (const figure of ["from", "to", "ratio"]) expect(growth[figure]).toBeGreaterThan(0);
  expect(Object.keys(accounts.large)).toEqual(["officer", "social-worker"]);
}, 240_000);
