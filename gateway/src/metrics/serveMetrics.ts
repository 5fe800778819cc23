import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { EnvironmentError } from "@corespond/kit";
import type { Registry } from "prom-client";

import type { MetricsSettings } from "./metricsEnvironment";
import type { RunningMetrics } from "./startMetrics";

/**
 * Serves `GET /metrics` on a port of its own, and nothing else. Not at the graph's door: whatever stands in front of that
 * passes paths on to it, and makes every client of the world seem to be on this machine.
 */
export async function serveMetrics(
  registry: Registry,
  settings: MetricsSettings,
): Promise<Pick<RunningMetrics, "url" | "close">> {
  const server = createServer(({ method, url = "" }, response) => {
    if (method !== "GET" || url.split("?", 1)[0] !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { "content-type": registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await listening(server, settings);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${settings.host.includes(":") ? `[${settings.host}]` : settings.host}:${port}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, { host, port }: MetricsSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why = error.code === "EADDRINUSE" ? "is taken" : `cannot be had (${String(error.code)})`;
      reject(
        new EnvironmentError(`CORESPOND_METRICS_PORT: the port ${port} of ${host} ${why}; name another.`, {
          cause: error,
        }),
      );
    });
    server.listen({ host, port }, resolve);
  });
}
