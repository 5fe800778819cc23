import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import type { Logger } from "pino";

import { corespondEngine, type CorespondEngine } from "./execution/corespondEngine";
import type { RecentOperations } from "./execution/recentOperations";
import type { GatewayContext } from "./gatewayContext";
import type { GraphMetrics } from "./metrics/graphMetrics";
import type { SliceTransport } from "./slices/sliceTransport";

/** What plans and executes, as Apollo Server asks it. */
export type GraphEngine = ApolloServerOptionsWithGateway<GatewayContext>["gateway"];

/** What an engine works over. */
export interface EngineParts {
  readonly supergraphSdl: string;
  readonly slices: Readonly<Record<string, SliceTransport>>;
  readonly log: Logger;
  /** What clients asked of the supergraph before this one, which is planned before this one answers. */
  readonly recent?: RecentOperations | undefined;
  /** What counts; by default nothing does. */
  readonly metrics?: GraphMetrics | undefined;
  /** Whether requests are traced. */
  readonly traced?: boolean;
}

/** The engines that there are: the house's own, and Apollo's gateway. */
export const engineNames = ["corespond", "apollo"] as const;

/** Which of the engines plans and executes. */
export type EngineName = (typeof engineNames)[number];

/** The engine that is taken unless another is named. */
export const defaultEngine: EngineName = "corespond";

/** Makes an engine over a supergraph; it is loaded by the Apollo Server that gets it. */
export function graphEngine(name: EngineName, parts: EngineParts): GraphEngine | CorespondEngine {
  return name === "corespond" ? corespondEngine(parts) : loadedWhenAsked(parts);
}

/** Apollo's gateway is read from the disk only where it is named: reading it takes longer than all of a start without it. */
function loadedWhenAsked(parts: EngineParts): GraphEngine {
  const listeners = new Set<Parameters<GraphEngine["onSchemaLoadOrUpdate"]>[0]>();
  let gateway: GraphEngine | undefined;
  return {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load(options) {
      const { apolloEngine } = await import("./execution/apolloEngine.js");
      const loaded = apolloEngine(parts);
      gateway = loaded;
      for (const listener of listeners) loaded.onSchemaLoadOrUpdate(listener);
      return await loaded.load(options);
    },
    stop: async () => await gateway?.stop(),
  };
}
