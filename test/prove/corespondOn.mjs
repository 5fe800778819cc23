import { execFile, spawn } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

import { asAccounts } from "./asAccounts.mjs";
import { Steps } from "./steps.mjs";

const main = path.resolve(import.meta.dirname, "../../hub/dist/main.js");

/** The `corespond` command on a data folder, as a user runs it: other commands, and hubs that are started and stopped. */
export function corespondOn(home) {
  const environment = { ...process.env, CORESPOND_HOME: home, PORT: "0" };
  const running = new Set();

  const run = async (...given) =>
    (await promisify(execFile)(process.execPath, [main, ...given], { env: environment, maxBuffer: 1 << 26 })).stdout;

  /** Starts the hub, and resolves at the first answered query. */
  async function start() {
    const startedAt = performance.now();
    const child = spawn(process.execPath, [main, "start"], { env: environment, stdio: ["ignore", "pipe", "inherit"] });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const stop = async (signal = "SIGINT") => {
      running.delete(stop);
      child.kill(signal);
      await ended;
    };
    running.add(stop);
    const url = await new Promise((resolve, reject) => {
      let text = "";
      child.stdout.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
        const open = /The graph is open: (\S+)/.exec(text);
        if (open) resolve(open[1]);
      });
      ended.then((code) => reject(new Error(`The hub ended with ${code}:\n${text}`)));
    });
    const as = await asAccounts(home, url);
    await new Steps(as).read(null, "{ agencies(first: 1) { edges { node { name } } } }");
    return { url, as, firstAnswerMs: Math.round(performance.now() - startedAt), stop };
  }

  /** Stops every hub that runs yet. */
  const stopAll = async () => {
    for (const stop of running) await stop();
  };

  return { run, start, stopAll };
}
