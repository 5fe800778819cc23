/**
 * `npm test`: everything that must hold, each result cached by turbo, and at the end how many tests passed. A suite
 * that a cached run vouches for counts too: turbo restores its results.
 */
import { existsSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { runTasks } from "./turbo.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { workspaces } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));

async function workspaceFolders(pattern) {
  if (!pattern.endsWith("/*")) return [path.join(root, pattern)];
  const parent = path.join(root, pattern.slice(0, -2));
  const entries = await readdir(parent, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => path.join(parent, entry.name));
}

const folders = (await Promise.all(workspaces.map(workspaceFolders))).flat();
const resultFiles = folders.flatMap((folder) =>
  ["test-results.json", "e2e-results.json"].map((file) => path.join(folder, file)),
);

async function countTests() {
  const sums = { passed: 0, failed: 0, skipped: 0 };
  for (const file of resultFiles.filter((name) => existsSync(name))) {
    const result = JSON.parse(await readFile(file, "utf8"));
    sums.passed += result.numPassedTests;
    // A suite that could not even start holds no test that failed.
    sums.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
    sums.skipped += result.numPendingTests + result.numTodoTests;
  }
  return sums;
}

await Promise.all(resultFiles.map((file) => rm(file, { force: true })));
process.exitCode = runTasks(["build", "lint", "types", "test", "contract", "e2e", ...process.argv.slice(2)]);
const { passed, failed, skipped } = await countTests();
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
