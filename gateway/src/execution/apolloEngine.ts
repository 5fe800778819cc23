import { ApolloGateway } from "@apollo/gateway";

import { stripSecurityMark } from "../authorization/securityMark";
import type { EngineParts, GraphEngine } from "../graphEngine";
import { SliceDataSource } from "../slices/sliceDataSource";

/** Apollo's own gateway. */
export function apolloEngine({ supergraphSdl, slices, log }: EngineParts): GraphEngine {
  return new ApolloGateway({
    supergraphSdl: stripSecurityMark(supergraphSdl),
    buildService: ({ name }) => {
      const transport = slices[name];
      if (!transport) throw new Error(`The supergraph names the slice "${name}", which is not configured.`);
      return new SliceDataSource({ name, transport, log });
    },
    logger: log,
  });
}
