import type { GraphEndpoint } from "@corespond/kit";

import type { GatewayContext } from "../gatewayContext";
import { graphServer, type GraphParts } from "../graphServer";
import type { SliceTransport } from "../slices/sliceTransport";
import { slicesOf } from "./slicesOf";
import { SupergraphError, supergraphError } from "./supergraphError";

/** A composed supergraph at work. */
export interface ServedGraph {
  readonly sdl: string;
  readonly slices: readonly string[];
  readonly endpoint: GraphEndpoint<GatewayContext>;
  /** Frees what the graph holds; what it still executes then fails. */
  stop(): Promise<void>;
}

/** What each supergraph that is served in turn is made with. */
export type GraphSettings = Omit<GraphParts, "slices" | "supergraphSdl"> & {
  readonly transportTo: (slice: string, endpoint: URL) => SliceTransport;
};

/** Puts a supergraph to work, or throws a `SupergraphError` that says why it cannot be. */
export async function startServedGraph(
  supergraphSdl: string,
  { transportTo, ...settings }: GraphSettings,
): Promise<ServedGraph> {
  const endpoints = sliceEndpoints(supergraphSdl);
  const slices = Object.fromEntries(endpoints.map(({ name, endpoint }) => [name, transportTo(name, endpoint)]));
  const closeAll = () => Promise.all(Object.values(slices).map((slice) => slice.close()));
  try {
    const server = graphServer({ ...settings, supergraphSdl, slices });
    await server.start();
    const stop = async (): Promise<void> => {
      await server.stop();
      await closeAll();
    };
    return { sdl: supergraphSdl, slices: Object.keys(slices), endpoint: server, stop };
  } catch (error) {
    await closeAll();
    throw supergraphError(error);
  }
}

interface SliceEndpoint {
  readonly name: string;
  readonly endpoint: URL;
}

function sliceEndpoints(supergraphSdl: string): readonly SliceEndpoint[] {
  return slicesOf(supergraphSdl).map(({ name, url }) => {
    const endpoint = URL.canParse(url) ? new URL(url) : undefined;
    if (!endpoint || !/^https?:$/.test(endpoint.protocol))
      throw new SupergraphError(
        `The URL of the slice "${name}" must be one of http or https, but got: ${JSON.stringify(url)}.`,
      );
    return { name, endpoint };
  });
}
