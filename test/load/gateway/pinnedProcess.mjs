import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";

/** Clock ticks in a second, by which Linux tells a process's time in every build that Node supports. */
const ticksPerSecond = 100;

/** The cores: the gateway has one of its own where there are two. */
export const cores = { gateway: 0, rest: Math.min(1, availableParallelism() - 1) };

/** A Node program of its own, held on one core, with what it costs. */
export class PinnedProcess {
  #output = "";

  constructor({ core, args, env = {}, cwd, ipc = false }) {
    const stdio = ["ignore", "pipe", "pipe", ...(ipc ? ["ipc"] : [])];
    this.child = spawn("taskset", ["-c", `${core}`, process.execPath, ...args], {
      ...{ stdio, cwd },
      env: { ...process.env, NODE_ENV: "production", ...env },
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream.on("data", (bytes) => (this.#output = `${this.#output}${bytes}`.slice(-4_000)));
    this.ended = new Promise((resolve) => this.child.once("close", resolve));
  }

  /** What it wrote last. */
  get output() {
    return this.#output;
  }

  /** The next message; rejects with what the process wrote where it ends before. */
  async message() {
    const [message] = await Promise.race([once(this.child, "message"), this.ended.then(() => [undefined])]);
    if (message === undefined || message.error) throw new Error(message?.error ?? `It ended: ${this.#output}`);
    return message;
  }

  async ask(message) {
    const answer = this.message();
    this.child.send(message);
    return await answer;
  }

  /** Milliseconds of CPU so far, over all threads. */
  async cpuMs() {
    const stat = await readFile(`/proc/${this.child.pid}/stat`, "utf8");
    // The command's name, in brackets, may hold spaces; user and system time are the 12th and 13th fields after it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
  }

  /** Resident memory in MB: now (`VmRSS`), or at its peak (`VmHWM`). */
  async memoryMB(which = "VmHWM") {
    const status = await readFile(`/proc/${this.child.pid}/status`, "utf8");
    return Math.round(Number(new RegExp(`${which}:\\s+(\\d+)`).exec(status)[1]) / 1024);
  }

  async stop() {
    this.child.kill("SIGKILL");
    await this.ended;
  }
}
