import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { FormattedExecutionResult, GraphQLSchema } from "graphql";
import type { Logger } from "pino";

import { AuditSealer } from "../audit/auditSealer";
import { auditState, type AuditState } from "../audit/auditState";
import type { RequestContext } from "../context/requestContext";
import { openSliceDatabase, type SliceDatabase } from "../database/sliceDatabase";
import { graphError } from "../errors/graphError";
import { maskError } from "../errors/maskError";
import type { EventEnvelope } from "../events/eventEnvelope";
import { OutboxRelay, type EventSubscriber } from "../events/outboxRelay";
import { receiveEvents } from "../events/receiveEvents";
import { consumes } from "../events/eventConsumer";
import { buildSubgraph } from "../graph/buildSubgraph";
import { answerPort } from "./answerPort";
import { askedOfGraph, askedOfPort } from "../viewer/viewerProof";
import { auditPlugin } from "./auditPlugin";
import { contextFactory, type SliceRequest } from "./contextFactory";
import { redisclosurePlugin } from "./redisclosurePlugin";
import type { SliceConfig } from "./sliceConfig";
import type { SliceDefinition } from "./sliceDefinition";

/** A GraphQL request as the gateway sends it to a slice. */
export interface GraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** A slice at work. The same calls serve one process (in memory) and many (behind HTTP). */
export interface RunningSlice {
  readonly name: string;
  readonly sdl: string;
  readonly server: ApolloServer<RequestContext>;
  readonly database: SliceDatabase;
  /** Makes a request's context; refuses what no gateway signed for this door and for what is `asked`. */
  context(request: SliceRequest, door: "graph" | "port", asked?: string): RequestContext;
  /** Answers one GraphQL request: plain JSON, errors masked. */
  execute(request: GraphRequest, by: SliceRequest): Promise<FormattedExecutionResult>;
  /** Answers one question at the internal port. */
  answerPort(fn: string, input: unknown, by: SliceRequest): Promise<unknown>;
  /** Tells whether this slice consumes an event. */
  wants(event: { readonly source: string; readonly type: string }): boolean;
  /** Takes events that another slice's relay delivers. */
  receive(events: readonly EventEnvelope[]): Promise<void>;
  /** A context for the hub's own work in this slice: imports, demonstration data. `client` says what for. */
  systemContext(client: string): RequestContext;
  /** Starts carrying this slice's outbox to its subscribers. */
  startRelay(subscribers: readonly EventSubscriber[]): Promise<OutboxRelay>;
  /** Starts sealing this slice's audit into blocks. Several sealers of one slice take turns. */
  startSealer(): AuditSealer;
  /** How far the audit is sealed. */
  auditState(): Promise<AuditState>;
  /** Whether the slice can reach its database now. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
}

/** Starts a slice on a migrated database. */
export async function startSlice(definition: SliceDefinition, config: SliceConfig): Promise<RunningSlice> {
  const { name } = definition;
  const { schema, sdl } = await buildSubgraph(definition.graph);
  const database = await openSliceDatabase({
    slice: name,
    appUrl: config.appUrl,
    rows: definition.rows,
    ...(config.poolSize && { poolSize: config.poolSize }),
  });
  const contexts = contextFactory({ definition, config, database });
  const server = graphServer(schema, config.log);
  await server.start();
  const relays: OutboxRelay[] = [];
  const sealers: AuditSealer[] = [];

  return {
    name,
    sdl,
    server,
    database,
    context: (request, door, asked = "") => contexts.of(request, door, asked),
    async execute(request, by) {
      const response = await server.executeOperation(request, {
        contextValue: contexts.of(by, "graph", askedOfGraph(request)),
      });
      if (response.body.kind !== "single") throw graphError("BAD_REQUEST", "A slice answers with a single result.");
      return JSON.parse(JSON.stringify(response.body.singleResult)) as FormattedExecutionResult;
    },
    answerPort: (fn, input, by) =>
      answerPort(definition.port, { fn, input }, () => contexts.of(by, "port", askedOfPort(fn, input))),
    systemContext: contexts.ofSystem,
    wants: (event) => consumes(definition.consumes, event),
    async receive(events) {
      await receiveEvents(contexts.ofSystem("events"), definition.consumes, events);
    },
    async startRelay(subscribers) {
      const relay = new OutboxRelay({ database, appUrl: config.appUrl, subscribers, log: config.log });
      relays.push(relay);
      await relay.start();
      return relay;
    },
    startSealer() {
      const sealer = new AuditSealer(() => contexts.ofSystem("audit"), config.log);
      sealers.push(sealer);
      sealer.start();
      return sealer;
    },
    auditState: () => auditState(database),
    async healthy() {
      return await database.dataSource.query("SELECT 1").then(
        () => true,
        () => false,
      );
    },
    async close() {
      await Promise.all([...relays, ...sealers].map((worker) => worker.stop()));
      await server.stop();
      await database.close();
    },
  };
}

function graphServer(schema: GraphQLSchema, log: Logger): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    csrfPrevention: true,
    nodeEnv: "production",
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    logger: log,
    formatError: (formatted, error) =>
      maskError(formatted, error, (hidden) => log.error({ err: hidden }, "masked error")),
    plugins: [
      auditPlugin(schema),
      redisclosurePlugin(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
