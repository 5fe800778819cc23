import type { IncomingMessage } from "node:http";
import { ApolloServer } from "@apollo/server";
import { GraphQLError } from "graphql";
import { requestIdOf, requestSignalOf } from "../exchange";
import { graphStatus } from "../graphStatus";
import type { HttpServerOptions } from "../httpServerOptions";
import { serveHttp, type HttpServer } from "../serveHttp";
import { Gate } from "./gate";

/** What the context of the toy graph holds. */
export interface ToyContext {
  readonly id: string;
  readonly signal: AbortSignal;
}

/** A small graph behind the real door, and the gates that hold its slow fields. */
export interface ToyServer extends HttpServer {
  readonly held: Gate;
  /** Reached when the work on a held field is told to stop. */
  readonly stopped: Gate;
  /** What aborted the work on a held field. */
  readonly reasons: unknown[];
  readonly reported: unknown[];
  /** An entry for each mutation that ran. */
  readonly touched: readonly unknown[];
  readonly stop: () => Promise<void>;
}

const typeDefs = `
  type Query {
    hello(name: String = "world"): String!
    held: String!
    "A text of so many bytes."
    big(bytes: Int!): String!
    requestId: String!
    "A field that fails."
    broken: String
    "A field that fails, and takes all of the answer with it."
    shattered: String!
  }
  type Mutation {
    touch: Boolean
  }
`;

const fail = (): never => {
  throw new GraphQLError("It failed.");
};

/** Starts the toy graph on a free port, with the options that a test cares about. */
export async function startToyServer(options: Partial<HttpServerOptions<ToyContext>> = {}): Promise<ToyServer> {
  const held = new Gate();
  const stopped = new Gate();
  const reasons: unknown[] = [];
  const reported: unknown[] = [];
  const touched: unknown[] = [];
  const hold = async (_: unknown, __: unknown, { signal }: ToyContext): Promise<string> => {
    signal.addEventListener("abort", () => {
      reasons.push(signal.reason);
      void stopped.pass();
    });
    await held.pass();
    return "released";
  };
  const Query = {
    hello: (_: unknown, { name }: { readonly name: string }) => `Hello, ${name}`,
    held: hold,
    big: (_: unknown, { bytes }: { readonly bytes: number }) => "x".repeat(bytes),
    requestId: (_: unknown, __: unknown, { id }: ToyContext) => id,
    broken: fail,
    shattered: fail,
  };
  const apollo = new ApolloServer<ToyContext>({
    typeDefs,
    resolvers: { Query, Mutation: { touch: () => (touched.push("touched"), true) } },
    plugins: [graphStatus()],
    csrfPrevention: false,
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  const server = await serveHttp<ToyContext>({
    apollo,
    context: (request: IncomingMessage) =>
      Promise.resolve({ id: requestIdOf(request), signal: requestSignalOf(request) }),
    host: "127.0.0.1",
    port: 0,
    reportError: (error) => reported.push(error),
    ...options,
  });
  const stop = async (): Promise<void> => {
    held.open();
    await server.close(0);
    await apollo.stop();
  };
  return { ...server, held, stopped, reasons, reported, touched, stop };
}
