import { spawn } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

import launcher from "../../hub/src/postgres/launchSupervisor.cjs";
import { ensureSliceDatabase } from "../../hub/src/postgres/ensureSliceDatabase.cjs";

const main = path.resolve(import.meta.dirname, "../../hub/dist/main.js");
const peakMemory = path.join(import.meta.dirname, "peakMemory.mjs");

/** A data folder with a running server, into which the `corespond` command imports. */
export async function startImportingHub(folder) {
  const home = path.join(folder, "hub");
  const server = await launcher.launchSupervisor({ dataFolder: path.join(home, "postgres") });
  const { ownerUrl } = await ensureSliceDatabase(server, "agencies");
  const peakFile = path.join(folder, "peak");
  const environment = { ...process.env, CORESPOND_HOME: home, CORESPOND_PEAK_FILE: peakFile };

  /** Starts `corespond import …`: resolves with its JSON and peak memory, null for one that ended with an error. */
  function start(...command) {
    const given = ["--import", peakMemory, main, "import", ...command, "--json"];
    const child = spawn(process.execPath, given, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
    const texts = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"]) {
      child[name].setEncoding("utf8").on("data", (chunk) => (texts[name] += chunk));
    }
    const done = new Promise((resolve) => {
      child.once("close", (code) => resolve({ code, ...texts }));
    });
    return { interrupt: () => child.kill("SIGINT"), done };
  }

  return {
    ownerUrl,
    start,
    async import(...command) {
      const startedAt = performance.now();
      const { code, stdout, stderr } = await start(...command).done;
      if (code !== 0) throw new Error(`corespond import ${command[0]} ended with ${code}:\n${stderr}`);
      const peakMB = Number(await readFile(peakFile, "utf8"));
      return { summary: JSON.parse(stdout), ms: performance.now() - startedAt, peakMB };
    },
    async county(data) {
      const file = path.join(folder, "county.json");
      await writeFile(file, JSON.stringify(data));
      const child = spawn(process.execPath, [main, "import", "county", file], { env: environment, stdio: "ignore" });
      const code = await new Promise((resolve) => child.once("close", resolve));
      if (code !== 0) throw new Error(`corespond import county ended with ${code}`);
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
