import { distinctQuery } from "./benchmarkGraph.mjs";

/**
 * Asks our gateway so many documents, each of which it never saw before, and tells its memory after half of them, when
 * its caches are full, and at the end.
 */
export async function measureMemory({ gateways }, { queries, say }) {
  const ours = gateways.find(({ name }) => name === "ours");
  if (!ours) throw new Error('The memory measured is that of "ours", which --only leaves out.');
  say(`Asking ${queries} different queries …`);
  let firstMB = 0;
  const first = Math.ceil(queries / 2);
  for (let number = 1; number <= queries; number += 1) {
    const { errors } = await ours.ask(JSON.stringify({ query: distinctQuery(number) }));
    if (errors) throw new Error(`An answer has errors: ${JSON.stringify(errors)}`);
    if (number === first) firstMB = await ours.process.memoryMB("VmRSS");
  }
  return { queries, firstMB, lastMB: await ours.process.memoryMB("VmRSS") };
}
