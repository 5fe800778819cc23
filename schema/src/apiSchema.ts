import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from "@apollo/federation-internals";
import { lexicographicSortSchema, printSchema } from "graphql";

/** The schema that clients see: no `@inaccessible` element, no federation machinery, sorted by name. */
export function apiSdl(supergraphSdl: string): string {
  // Reading asks for no more than knowing of the gates, which the gateway enforces; the library itself would refuse them.
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
  const schema = supergraph.apiSchema().toGraphQLJSSchema();
  return `${printSchema(lexicographicSortSchema(schema)).trimEnd()}\n`;
}
