import type { IncomingMessage } from "node:http";

import { requestSignalOf } from "@corespond/kit";

/** The client at the door. */
export interface ClientDoor {
  /** Aborts when the client has left, or its time is up. */
  readonly signal: AbortSignal;
  /** The address that the connection comes from: a proxy's, where there is one. */
  readonly address: string | undefined;
}

/** Who stands at the door with a request that `serveHttp` received. */
export const clientDoor = (request: IncomingMessage): ClientDoor => ({
  signal: requestSignalOf(request),
  address: request.socket.remoteAddress,
});
