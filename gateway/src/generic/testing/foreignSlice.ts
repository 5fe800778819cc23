import type { IncomingHttpHeaders } from "node:http";

import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginInlineTraceDisabled } from "@apollo/server/plugin/disabled";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { serveHttp } from "@corespond/kit";
import { parse } from "graphql";

type Resolvers = NonNullable<Extract<Parameters<typeof buildSubgraphSchema>[0], { resolvers?: unknown }>["resolvers"]>;

/** What a slice of others' is made of. */
export interface ForeignSliceParts {
  readonly name: string;
  readonly sdl: string;
  readonly resolvers: Resolvers;
  /** The path that it answers at. */
  readonly path?: string;
}

/** A request as the slice got it. */
export interface SliceRequestSeen {
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** A slice of somebody else's, which knows nothing of viewers. */
export interface ForeignSlice {
  readonly name: string;
  readonly sdl: string;
  readonly url: string;
  readonly seen: readonly SliceRequestSeen[];
  stop(): Promise<void>;
}

/** Starts a slice on a free port. It tells its errors with their traces, as frameworks do out of the box. */
export async function startForeignSlice(parts: ForeignSliceParts): Promise<ForeignSlice> {
  const { name, sdl, resolvers, path = "/graphql" } = parts;
  const seen: SliceRequestSeen[] = [];
  const apollo = new ApolloServer({
    schema: buildSubgraphSchema({ typeDefs: parse(sdl), resolvers }),
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    includeStacktraceInErrorResponses: true,
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  const http = await serveHttp({
    apollo,
    host: "127.0.0.1",
    port: 0,
    graphqlPath: path,
    context: ({ url, headers }, body) => {
      seen.push({ url, headers, body });
      return Promise.resolve({});
    },
  });
  const stop = async (): Promise<void> => {
    await http.close(0);
    await apollo.stop();
  };
  return { name, sdl, url: http.url, seen, stop };
}
