import { ApolloGateway } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import type { FormattedExecutionResult } from "graphql";

import type { StartEngine } from "./engine";
import { SliceHost } from "./sliceHost";
import { compose } from "./supergraph";

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** The stock gateway over a fixture. */
export const startStock: StartEngine = async (fixture) => {
  const host = new SliceHost(fixture);
  const gateway = new ApolloGateway({
    supergraphSdl: compose(fixture).sdl,
    logger: silent,
    buildService: ({ name }) => ({
      process: async ({ request }) =>
        await host.ask(name, {
          query: request.query ?? "",
          variables: request.variables && (JSON.parse(JSON.stringify(request.variables)) as Record<string, unknown>),
          operationName: request.operationName,
        }),
    }),
  });
  const server = new ApolloServer({
    gateway,
    logger: silent,
    introspection: true,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
  });
  await server.start();
  return {
    async execute({ query, variables, operationName }, faults) {
      host.begin(faults);
      const { body } = await server.executeOperation({
        query,
        ...(variables && { variables }),
        ...(operationName !== undefined && { operationName }),
      });
      if (body.kind !== "single") throw new Error("The stock gateway answers once.");
      return JSON.parse(JSON.stringify(body.singleResult)) as FormattedExecutionResult;
    },
    requests: () => host.count,
    stop: () => server.stop(),
  };
};
