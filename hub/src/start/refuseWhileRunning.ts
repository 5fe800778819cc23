import { CommandError } from "../commandError";
import { EmbeddedPostgresError, startEmbeddedPostgres } from "../postgres/embeddedPostgres";

/** Ends a command that would pull the data away from under a running hub. */
export async function refuseWhileRunning(dataFolder: string): Promise<void> {
  if (await isRunning(dataFolder)) throw alreadyRunning(dataFolder);
}

/** What a second hub on one data folder is told. */
export function alreadyRunning(dataFolder: string): CommandError {
  return new CommandError(
    `A hub is running on ${dataFolder} already. Stop it first (Ctrl-C in its terminal), or set CORESPOND_HOME to another folder.`,
  );
}

/** Whoever starts the server finds out whether another process runs it. A server that cannot be started runs nothing. */
async function isRunning(dataFolder: string): Promise<boolean> {
  try {
    const server = await startEmbeddedPostgres({ dataFolder: `${dataFolder}/postgres` });
    await server.stop();
    return server.attached;
  } catch (error) {
    if (error instanceof EmbeddedPostgresError && error.code !== "IN_USE") return false;
    throw error;
  }
}
