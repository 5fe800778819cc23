import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { gateways } from "./gateways.mjs";
import { installPeers } from "./installPeers.mjs";
import { cores, PinnedProcess } from "./pinnedProcess.mjs";
import { RunningGateway } from "./runningGateway.mjs";
import { writeSupergraph } from "./supergraphFile.mjs";

const program = (name) => path.join(import.meta.dirname, name);

/**
 * What a benchmark runs over: the slices, what makes the load, and gateways, each a process of its own. `use` is given all
 * of it, and everything ends with it.
 */
export async function withBench({ names, say }, use) {
  const folder = await mkdtemp(path.join(tmpdir(), "corespond-bench-"));
  const processes = ["slices.mjs", "load.mjs"].map(
    (name) => new PinnedProcess({ core: cores.rest, args: [program(name)], ipc: true }),
  );
  const running = [];
  try {
    if (names.some((name) => gateways[name].peer)) await installPeers(say);
    const [slices, load] = processes;
    const [{ urls }] = await Promise.all([slices.message(), load.message()]);
    const file = path.join(folder, "supergraph.graphql");
    await writeSupergraph(file, urls);
    for (const name of names) {
      say(`Starting ${name} …`);
      running.push(await RunningGateway.start(name, file));
    }
    return await use({ slices, load, file, gateways: running });
  } finally {
    await Promise.all([...processes, ...running].map((each) => each.stop()));
    await rm(folder, { recursive: true });
  }
}
