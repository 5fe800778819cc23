import { readFileSync } from "node:fs";
import path from "node:path";

import { startMetrics } from "@corespond/gateway";

const page = readFileSync(path.join(__dirname, "../../docs/observing.md"), "utf8");

test("docs/observing.md lists exactly the metrics of the graph, with their labels", async () => {
  const metrics = await startMetrics({ host: "127.0.0.1", port: 0 });
  try {
    const kept = (await metrics.graph.registry.getMetricsAsJSON()) as readonly { readonly name: string }[];
    const names = kept.map(({ name }) => name).filter((name) => name.startsWith("corespond_"));
    const documented = [...page.matchAll(/^\| `(corespond_\w+)` +\| +(?:`([a-z ]+)`)? +\|/gm)];
    expect(documented.map(([, name]) => name).toSorted()).toEqual(names.toSorted());
    for (const [, name = "", labels = ""] of documented) {
      const metric = metrics.graph.registry.getSingleMetric(name) as unknown as {
        readonly labelNames: readonly string[];
      };
      expect([name, labels.split(" ").filter(Boolean).toSorted()]).toEqual([name, metric.labelNames.toSorted()]);
    }
  } finally {
    await metrics.close();
  }
});
