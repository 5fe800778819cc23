import { CommandError } from "../commandError";
import { embeddedPostgresIsRunning } from "../postgres/embeddedPostgresIsRunning";

/** Ends a command that would pull the data away from under a running hub. */
export async function refuseWhileRunning(dataFolder: string): Promise<void> {
  if (await embeddedPostgresIsRunning(`${dataFolder}/postgres`)) {
    throw new CommandError("A hub is running on this data folder. Stop it first (Ctrl-C in its terminal), then reset.");
  }
}
