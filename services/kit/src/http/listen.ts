import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { errorCode } from "./errorCode";

const fallbackPorts = 20;

interface ListenOptions {
  readonly host: string;
  readonly port: number;
  readonly portFallback?: boolean;
}

/** Listens on the port that was asked for or, where that is taken and fallback is wanted, on the next free one. */
export async function listen(server: Server, { host, port, portFallback = false }: ListenOptions): Promise<number> {
  const last = portFallback && port !== 0 ? Math.min(port + fallbackPorts, 65_535) : port;
  for (let candidate = port; ; candidate += 1) {
    try {
      await listenOn(server, host, candidate);
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if (errorCode(error) !== "EADDRINUSE" || candidate === last) {
        throw error;
      }
    }
  }
}

function listenOn(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
