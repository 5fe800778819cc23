import { ApolloGateway } from "@apollo/gateway";
import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import type { Logger } from "pino";

import { stripSecurityMark } from "./authorization/securityMark";
import type { GatewayContext } from "./gatewayContext";
import { SliceDataSource } from "./slices/sliceDataSource";
import type { SliceTransport } from "./slices/sliceTransport";

/** What plans and executes, as Apollo Server asks it. */
export type GraphEngine = ApolloServerOptionsWithGateway<GatewayContext>["gateway"];

/** What an engine works over. */
export interface EngineParts {
  readonly supergraphSdl: string;
  readonly slices: Readonly<Record<string, SliceTransport>>;
  readonly log: Logger;
}

const engines = { apollo: apolloEngine } as const satisfies Readonly<
  Record<string, (parts: EngineParts) => GraphEngine>
>;

/** Which of the engines plans and executes. */
export type EngineName = keyof typeof engines;

/** The engines that there are. */
export const engineNames = Object.keys(engines) as readonly EngineName[];

/** The engine that is taken unless another is named. */
export const defaultEngine: EngineName = "apollo";

/** Makes an engine over a supergraph; it is loaded by the Apollo Server that gets it. */
export function graphEngine(name: EngineName, parts: EngineParts): GraphEngine {
  return engines[name](parts);
}

/** Apollo's own gateway. */
function apolloEngine({ supergraphSdl, slices, log }: EngineParts): GraphEngine {
  return new ApolloGateway({
    supergraphSdl: stripSecurityMark(supergraphSdl),
    buildService: ({ name }) => {
      const transport = slices[name];
      if (!transport) throw new Error(`The supergraph names the slice "${name}", which is not configured.`);
      return new SliceDataSource(name, transport, log);
    },
    logger: log,
  });
}
