import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const main = path.resolve(__dirname, "../../../hub/dist/main.js");

/** A `corespond` command at work in a process of its own. */
export interface CommandRun {
  readonly child: ChildProcess;
  /** What it has written so far, both streams. */
  output(): string;
  /** Resolves when the output holds a text; rejects when the command ends before that. */
  says(text: string): Promise<void>;
  /** Resolves with the exit status. */
  ended(): Promise<number | null>;
}

/** Runs `corespond` from its build, with nothing in its environment but what is given. */
export function corespond(given: readonly string[], environment: Readonly<Record<string, string>>): CommandRun {
  const child = spawn(process.execPath, [main, ...given], {
    env: { PATH: process.env["PATH"], ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const exit = once(child, "exit") as Promise<[number | null]>;
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
      for (const listener of heard) listener();
    });
  }
  return {
    child,
    output: () => output,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (output.includes(text)) resolve();
        };
        heard.add(look);
        look();
        void exit.then(([code]) => {
          reject(new Error(`The command ended with ${String(code)} and never said "${text}":\n${output}`));
        });
      }),
    ended: async () => (await exit)[0],
  };
}
