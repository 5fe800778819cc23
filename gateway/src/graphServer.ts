import { ApolloGateway } from "@apollo/gateway";
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { maskError } from "@corespond/kit";
import type { Logger } from "pino";

import { guardedEngine } from "./authorization/guardedEngine";
import { stripSecurityMark } from "./authorization/securityMark";
import { corespondEngine } from "./execution/corespondEngine";
import { encodedResult } from "./execution/encodedData";
import type { GatewayContext } from "./gatewayContext";
import { defaultLimits, documentLimits, parserLimits, type DocumentLimits } from "./limits/documentLimits";
import { requestPlugin } from "./requestPlugin";
import { SliceDataSource } from "./slices/sliceDataSource";
import type { SliceTransport } from "./slices/sliceTransport";

/** What a graph is made of. */
export interface GraphParts {
  readonly supergraphSdl: string;
  readonly slices: Readonly<Record<string, SliceTransport>>;
  readonly limits?: DocumentLimits;
  readonly engine?: "corespond" | "apollo";
  readonly log: Logger;
}

/** Makes the Apollo Server that plans and executes over a composed supergraph; it is not started yet. */
export function graphServer({
  supergraphSdl,
  slices,
  log,
  limits = defaultLimits,
  engine = "corespond",
}: GraphParts): ApolloServer<GatewayContext> {
  const gateway =
    engine === "apollo"
      ? new ApolloGateway({
          supergraphSdl: stripSecurityMark(supergraphSdl),
          buildService: ({ name }) => {
            const transport = slices[name];
            if (!transport) throw new Error(`The supergraph names the slice "${name}", which is not configured.`);
            return new SliceDataSource({ name, transport, log });
          },
          logger: log,
        })
      : corespondEngine({ supergraphSdl, slices, log });
  const plugins: ApolloServerPlugin<GatewayContext>[] = [
    requestPlugin(log),
    documentLimits(limits),
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ];
  return new ApolloServer<GatewayContext>({
    gateway: guardedEngine(supergraphSdl, gateway),
    plugins,
    introspection: true,
    csrfPrevention: true,
    nodeEnv: "production",
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: parserLimits(limits),
    logger: log,
    // What Apollo Server calls a string goes to the door as it is.
    stringifyResult: (result) => encodedResult(result) as string,
    formatError: (formatted, error) =>
      maskError(formatted, error, (hidden) => {
        log.error({ err: hidden }, "masked error");
      }),
  });
}
