import type { ApolloServerPlugin } from "@apollo/server";
import { parse } from "graphql";

import { clientBudgets } from "./budget/clientBudgets";
import { costModel } from "./demand/costModel";
import { demandControl } from "./demand/demandControl";
import type { GatewayContext } from "./gatewayContext";
import type { GraphParts } from "./graphServer";
import { documentLimits } from "./limits/documentLimits";
import { defaultGatewayLimits } from "./limits/gatewayLimits";
import { metricsPlugin } from "./metrics/metricsPlugin";
import { requestPlugin } from "./requestPlugin";
import { resolvedOperation } from "./resolvedOperation";
import { tracingPlugin } from "./tracing/tracingPlugin";
import { DocumentRegistry } from "./trusted/documentRegistry";
import { freeForAll } from "./trusted/documentRule";
import { trustedDocuments } from "./trusted/trustedDocuments";

/** What looks at each operation before it runs, and at its answer. Those that refuse do so in this order; the log's line comes after what it tells. */
export function gatewayPlugins({
  supergraphSdl,
  log,
  limits = defaultGatewayLimits,
  trusted = { documents: [], rule: freeForAll },
  metrics,
  traced = false,
}: Omit<GraphParts, "slices">): readonly ApolloServerPlugin<GatewayContext>[] {
  const supergraph = parse(supergraphSdl, { noLocation: true });
  const model = costModel(supergraph);
  const demand = demandControl(supergraph, model, limits.demand);
  return [
    resolvedOperation(),
    ...(traced ? [tracingPlugin()] : []),
    ...(metrics ? [metricsPlugin(metrics)] : []),
    trustedDocuments(new DocumentRegistry(trusted.documents), trusted.rule),
    demand.reports,
    requestPlugin(log),
    documentLimits(limits.document, model),
    demand.estimates,
    clientBudgets(limits.budget),
  ];
}
