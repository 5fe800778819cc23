/** How the supervisor is to run the server. */
export interface SupervisorOptions {
  /** Holds the cluster and nothing else; made when missing. */
  readonly dataFolder: string;
  /** False gives up safety against a power cut for speed. Default true. */
  readonly durable?: boolean;
  /** Remove the data folder when the server has stopped. Default false. */
  readonly temporary?: boolean;
  /** Keeps an initialised cluster that later new data folders are copied from. */
  readonly cacheFolder?: string;
  readonly log?: (line: string) => void;
}

/** A server that runs on a data folder, started by this process or attached to. */
export interface SupervisedServer {
  readonly host: "127.0.0.1";
  readonly port: number;
  readonly superuser: { readonly user: string; readonly password: string };
  readonly attached: boolean;
  stop(): Promise<void>;
}

/** Starts the supervisor process and waits until its server takes connections. */
export function launchSupervisor(options: SupervisorOptions): Promise<SupervisedServer>;
