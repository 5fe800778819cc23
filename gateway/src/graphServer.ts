import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { graphStatus, maskError } from "@corespond/kit";

import { guardedEngine } from "./authorization/guardedEngine";
import { judgeOf } from "./authorization/judge";
import type { RefusalRecorder } from "./authorization/recordRefusals";
import { deferPlugin, type ShownError } from "./execution/deferPlugin";
import { encodedResult } from "./execution/encodedData";
import type { GatewayContext } from "./gatewayContext";
import { gatewayPlugins } from "./gatewayPlugins";
import { defaultEngine, graphEngine, type EngineName, type EngineParts } from "./graphEngine";
import { parserLimits } from "./limits/documentLimits";
import { defaultGatewayLimits, type GatewayLimits } from "./limits/gatewayLimits";
import type { LimitsConfig } from "./limits/limitsEnvironment";
import { planPlugin } from "./plans/planPlugin";
import { codedPersistedError, persistedDocuments, type PersistedDocuments } from "./persistedDocuments";

/** What a graph is made of. */
export interface GraphParts extends EngineParts {
  readonly engine?: EngineName | undefined;
  readonly limits?: GatewayLimits | undefined;
  /** The operations that clients registered, and who may run nothing else. */
  readonly trusted?: LimitsConfig["trusted"];
  /** Whether what the schema asks of callers (`@authenticated`, `@requiresScopes`, `@policy`) is asked; by default it is. */
  readonly gated?: boolean;
  /** What else looks at each operation. */
  readonly plugins?: readonly ApolloServerPlugin<GatewayContext>[];
  /** Whether clients may see plans, which is for development. */
  readonly showsPlans?: boolean | undefined;
  /** Where the documents of automatic persisted queries are kept; by default for as long as the graph is served. */
  readonly persisted?: PersistedDocuments;
  /** What keeps the refusals of those gates; by default nothing does. */
  readonly recordRefusals?: RefusalRecorder | undefined;
  /** What a client reads of an error; by default what the house's catalogue knows, and of others that there was one. */
  readonly shownError?: typeof maskError;
}

/** Makes the Apollo Server that plans and executes over a composed supergraph; it is not started yet. */
export function graphServer(parts: GraphParts): ApolloServer<GatewayContext> {
  const { supergraphSdl, log, limits = defaultGatewayLimits, shownError = maskError } = parts;
  const { recordRefusals = () => Promise.resolve() } = parts;
  const engine = graphEngine(parts.engine ?? defaultEngine, parts);
  const judge = (parts.gated ?? true) ? judgeOf(supergraphSdl) : null;
  const shown: ShownError = (formatted, error) =>
    shownError(codedPersistedError(formatted), error, (hidden) => {
      log.error({ err: hidden }, "masked error");
    });
  const plugins: ApolloServerPlugin<GatewayContext>[] = [
    ...gatewayPlugins(parts),
    ...(parts.plugins ?? []),
    graphStatus(),
    ...("engine" in engine ? [deferPlugin({ engine: engine.engine, judge, shownError: shown })] : []),
    ...("engine" in engine && parts.showsPlans ? [planPlugin({ engine: engine.engine, judge })] : []),
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ];
  return new ApolloServer<GatewayContext>({
    gateway: judge ? guardedEngine(judge, engine, recordRefusals) : engine,
    plugins,
    introspection: true,
    persistedQueries: { cache: parts.persisted ?? persistedDocuments() },
    // There is nothing to forge: the graph knows no cookies, and a page cannot send a token that it does not hold
    // (docs/adr/0011-a-get-cannot-be-forged.md).
    csrfPrevention: false,
    nodeEnv: "production",
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: parserLimits(limits.document),
    logger: log,
    // What Apollo Server calls a string goes to the door as it is.
    stringifyResult: (result) => encodedResult(result) as string,
    formatError: shown,
  });
}
