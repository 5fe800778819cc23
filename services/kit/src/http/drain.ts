import type { Server } from "node:http";
import type { OpenExchanges } from "./openExchanges";

/**
 * Lets the exchanges under way finish within the grace, then closes the listener and every socket. Until
 * then the listener stays open, so that a load balancer's health check reads 503 instead of nothing.
 */
export async function drain(server: Server, exchanges: OpenExchanges, graceMs: number): Promise<void> {
  exchanges.closeIdleSockets();
  await untilNoneOr(exchanges, graceMs);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

function untilNoneOr(exchanges: OpenExchanges, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, graceMs);
    void exchanges.none().then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
