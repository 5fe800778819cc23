import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** What a slice may cost in the chaos: less than by default, so that a short run sees every limit met. */
export const sliceLimits = { timeoutMs: 2_000, breakMs: 250, answerBytes: 8 * 1024 * 1024 };

/** Starts the built `corespond gateway` on a supergraph, in a process of its own. `root` is the repository. */
export async function startChaosGateway(root, supergraphSdl) {
  const folder = await mkdtemp(path.join(tmpdir(), "corespond-chaos-"));
  const file = path.join(folder, "supergraph.graphql");
  await writeFile(file, supergraphSdl);
  const main = path.join(root, "hub/dist/main.js");
  const peakMemory = path.join(root, "test/load/peakMemory.mjs");
  const peakFile = path.join(folder, "peak");
  const given = ["--import", peakMemory, main, "gateway", "--supergraph", file, "--no-auth", "--port", "0"];
  const child = spawn(process.execPath, given, {
    env: {
      ...process.env,
      CORESPOND_SLICE_LIMITS: JSON.stringify({ "*": sliceLimits }),
      CORESPOND_PEAK_FILE: peakFile,
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) child[name].setEncoding("utf8").on("data", (text) => (texts[name] += text));
  const ended = once(child, "exit");
  const url = await served(child, texts, ended);
  return {
    url,
    /** Stops it; resolves with its peak memory, and with what it should never have said. */
    async stop() {
      const alive = child.exitCode === null && child.signalCode === null;
      child.kill("SIGINT");
      await ended;
      const peakMB = Number(await readFile(peakFile, "utf8"));
      await rm(folder, { recursive: true });
      return { peakMB, complaint: alive ? texts.stderr : `The gateway ended by itself.\n${texts.stderr}` };
    },
  };
}

function served(child, texts, ended) {
  return new Promise((resolve, reject) => {
    child.stdout.on("data", () => {
      const found = /is served at (\S+)/.exec(texts.stdout);
      if (found) resolve(found[1]);
    });
    ended.then(([code]) => reject(new Error(`The gateway ended with ${code}:\n${texts.stderr}`)));
  });
}
