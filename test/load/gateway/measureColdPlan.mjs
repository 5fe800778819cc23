import { createRequire } from "node:module";

import internals from "@apollo/federation-internals";
import { QueryPlanner } from "@apollo/query-planner";
import { getOperationAST, parse } from "graphql";

import { distinctQuery } from "./benchmarkGraph.mjs";
import { quantile } from "./quantile.mjs";
import { benchmarkSupergraph } from "./supergraphFile.mjs";

const { Engine } = createRequire(import.meta.url)("../../../gateway/dist/engine/engine.js");

/** How many times as many documents are planned before any is timed: code is slow at first. */
const warmUp = 2;

/**
 * How long a document that was never asked takes until it can be executed, beside what Apollo's planner alone needs for
 * it: the same documents in turns, each the same question in other words.
 * Milliseconds at the first decile: a plan is so long a piece of work that whatever else a machine does falls into many.
 */
export async function measureColdPlan({ documents, say }) {
  say(`Planning ${documents} documents …`);
  const supergraphSdl = benchmarkSupergraph({});
  const planner = plannerOf(supergraphSdl);
  const engine = await Engine.start({ supergraphSdl, send: () => Promise.reject(new Error("Nothing is executed.")) });
  const times = { planner: [], ours: [] };
  try {
    for (let number = 0; number < documents * (1 + warmUp); number += 1) {
      const document = parse(distinctQuery(number));
      const planned = planner(document);
      const startedAt = performance.now();
      await engine.prepare({ key: `${number}`, document, operation: getOperationAST(document) });
      if (number < documents * warmUp) continue;
      times.ours.push(performance.now() - startedAt);
      times.planner.push(planned);
    }
  } finally {
    await engine.close();
  }
  const [plannerMs, oursMs] = [times.planner, times.ours].map((each) =>
    quantile(
      each.sort((one, other) => one - other),
      0.1,
    ),
  );
  return {
    plannerMs: Number(plannerMs.toFixed(2)),
    oursMs: Number(oursMs.toFixed(2)),
    ratio: Number((oursMs / plannerMs).toFixed(2)),
  };
}

/** The milliseconds that the planner needs for a document, once that has become an operation of its own. */
function plannerOf(supergraphSdl) {
  const supergraph = internals.Supergraph.build(supergraphSdl);
  const planner = new QueryPlanner(supergraph, { incrementalDelivery: { enableDefer: true } });
  const schema = supergraph.apiSchema();
  return (document) => {
    const operation = internals.operationFromDocument(schema, document, { validate: false });
    const startedAt = performance.now();
    planner.buildQueryPlan(operation);
    return performance.now() - startedAt;
  };
}
