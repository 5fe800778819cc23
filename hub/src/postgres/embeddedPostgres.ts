import { launchSupervisor } from "./launchSupervisor.cjs";

export { EmbeddedPostgresError } from "./embeddedPostgresError.cjs";

/** What the embedded server is asked for. */
export interface EmbeddedPostgresOptions {
  /** A folder for this server alone; made when missing, and kept. */
  readonly dataFolder: string;
  /** Hears what the server does, one line at a time; never data. */
  readonly log?: (line: string) => void;
  /** False gives up safety against a power cut for speed: for tests only. Default true. */
  readonly durable?: boolean;
}

/** A running PostgreSQL 18 on this machine. */
export interface EmbeddedPostgres {
  readonly host: "127.0.0.1";
  readonly port: number;
  readonly superuser: { readonly user: string; readonly password: string };
  /** True where another process of ours runs the server; `stop` then leaves it running. */
  readonly attached: boolean;
  /** Stops the server and waits until no process of it is left. */
  stop(): Promise<void>;
}

/**
 * Runs PostgreSQL on `dataFolder`, or attaches to the server that another process of ours already runs there.
 *
 * The server ends with this process, however this process ends. After a crash of everything the next start recovers.
 * Rejects with an EmbeddedPostgresError that says what to do.
 */
export function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  return launchSupervisor(options);
}
