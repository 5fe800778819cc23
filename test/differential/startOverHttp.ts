import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { json } from "node:stream/consumers";

import { startGenericGateway } from "@corespond/gateway";
import type { FormattedExecutionResult } from "graphql";

import type { StartEngine } from "./engine";
import { SliceHost } from "./sliceHost";
import type { SliceRequest } from "./slice";
import { compose } from "./supergraph";

/** The gateway that the `corespond gateway` command starts, with the fixture's slices behind HTTP. */
export const startOverHttp: StartEngine = async (fixture) => {
  const host = new SliceHost(fixture);
  const folder = await mkdtemp(path.join(tmpdir(), "corespond-differential-"));
  const servers = await Promise.all(Object.keys(fixture.slices).map((name) => serve(host, name)));
  const sdl = servers.reduce(
    (text, { name, url }) => text.replace(`http://${name}.invalid`, url),
    compose(fixture).sdl,
  );
  const file = path.join(folder, "supergraph.graphql");
  await writeFile(file, sdl);
  const gateway = await startGenericGateway({
    file,
    port: "0",
    auth: false,
    watch: false,
    limits: {},
    reloaded: () => undefined,
  });
  const { url } = gateway;
  return {
    async execute(request, faults) {
      host.begin(faults);
      const answer = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
        body: JSON.stringify(request),
      });
      return (await answer.json()) as FormattedExecutionResult;
    },
    requests: () => host.count,
    async stop() {
      await gateway.close(0);
      for (const { server } of servers) server.close().closeAllConnections();
      await rm(folder, { recursive: true });
    },
  };
};

interface ServedSlice {
  readonly name: string;
  readonly url: string;
  readonly server: Server;
}

async function serve(host: SliceHost, name: string): Promise<ServedSlice> {
  const server = createServer((request, response) => {
    void json(request)
      .then((asked) => host.ask(name, asked as SliceRequest))
      .then((answer) => response.setHeader("content-type", "application/json").end(JSON.stringify(answer)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { name, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` };
}
