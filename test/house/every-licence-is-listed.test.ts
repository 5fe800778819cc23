import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

const root = path.resolve(__dirname, "../..");

test("docs/licences.md lists every package that reaches production, with its licence", async () => {
  const check = promisify(execFile)(process.execPath, ["scripts/list-licences.mjs", "--check"], { cwd: root });
  await expect(check).resolves.toMatchObject({ stderr: "" });
});
