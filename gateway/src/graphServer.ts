import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { graphStatus, maskError } from "@corespond/kit";

import { guardedEngine } from "./authorization/guardedEngine";
import type { RefusalRecorder } from "./authorization/recordRefusals";
import { encodedResult } from "./execution/encodedData";
import type { GatewayContext } from "./gatewayContext";
import { defaultEngine, graphEngine, type EngineName, type EngineParts } from "./graphEngine";
import { defaultLimits, documentLimits, parserLimits, type DocumentLimits } from "./limits/documentLimits";
import { requestPlugin } from "./requestPlugin";

/** What a graph is made of. */
export interface GraphParts extends EngineParts {
  readonly engine?: EngineName | undefined;
  readonly limits?: DocumentLimits | undefined;
  /** Whether what the schema asks of callers (`@authenticated`, `@requiresScopes`, `@policy`) is asked; by default it is. */
  readonly gated?: boolean;
  /** What keeps the refusals of those gates; by default nothing does. */
  readonly recordRefusals?: RefusalRecorder | undefined;
  /** What a client reads of an error; by default what the house's catalogue knows, and of others that there was one. */
  readonly shownError?: typeof maskError;
}

/** Makes the Apollo Server that plans and executes over a composed supergraph; it is not started yet. */
export function graphServer(parts: GraphParts): ApolloServer<GatewayContext> {
  const { supergraphSdl, log, limits = defaultLimits, shownError = maskError } = parts;
  const { recordRefusals = () => Promise.resolve() } = parts;
  const engine = graphEngine(parts.engine ?? defaultEngine, parts);
  const plugins: ApolloServerPlugin<GatewayContext>[] = [
    requestPlugin(log),
    graphStatus(),
    documentLimits(limits),
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ];
  return new ApolloServer<GatewayContext>({
    gateway: (parts.gated ?? true) ? guardedEngine(supergraphSdl, engine, recordRefusals) : engine,
    plugins,
    introspection: true,
    // There is nothing to forge: the graph knows no cookies, and a page cannot send a token that it does not hold
    // (docs/adr/0011-a-get-cannot-be-forged.md).
    csrfPrevention: false,
    nodeEnv: "production",
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: parserLimits(limits),
    logger: log,
    // What Apollo Server calls a string goes to the door as it is.
    stringifyResult: (result) => encodedResult(result) as string,
    formatError: (formatted, error) =>
      shownError(formatted, error, (hidden) => {
        log.error({ err: hidden }, "masked error");
      }),
  });
}
