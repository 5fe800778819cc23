import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import type { ServerAddress } from "../sliceDatabase";

/** A hub in a process of its own that a test may kill. */
export interface ChildHub extends ServerAddress {
  readonly attached: boolean;
  readonly process: ChildProcess;
  /** Does what Ctrl-C does in a terminal, and answers what the hub says to it. */
  interruptTerminal(): Promise<string>;
  /** Sends the signal to the hub alone and waits until it has ended. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Starts a child process, in a process group of its own, that runs or attaches to the server of a data folder. */
export async function startChildHub(dataFolder: string): Promise<ChildHub> {
  const child = spawn(process.execPath, [path.join(__dirname, "childHub.mjs"), dataFolder], {
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const lines = createInterface({ input: child.stdout });
  const exited = once(child, "exit");
  const failed = exited.then(([code]) => Promise.reject(new Error(`the child hub ended with code ${String(code)}`)));
  const nextLine = async (): Promise<string> => {
    const [line] = (await Promise.race([once(lines, "line"), failed])) as [string];
    return line;
  };
  const ready = JSON.parse(await nextLine()) as Pick<ChildHub, "port" | "superuser" | "attached">;
  failed.catch(() => undefined); // from here on its end is what a test asks for
  return {
    host: "127.0.0.1",
    ...ready,
    process: child,
    interruptTerminal: () => {
      const answer = nextLine();
      process.kill(-child.pid!, "SIGINT");
      return answer;
    },
    end: async (signal) => {
      child.kill(signal);
      await exited;
    },
  };
}
