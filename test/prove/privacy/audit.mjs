import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { readSecrets, signLocalToken, slices } from "@corespond/hub";

import { measureWhoSaw } from "../../load/measureAudit.mjs";
import { corespondOn } from "../corespondOn.mjs";
import { Steps } from "../steps.mjs";
import { readsWhileKilled } from "./readsWhileKilled.mjs";

/**
 * How long "who saw this person between two instants" takes among that many rows of the audit (rule L25), and how many
 * reads were answered without a row, however often the hub was killed between the two (rule L18).
 */
export async function audit({ rows, kills, say }) {
  return { ...(await measureWhoSaw({ rows, say })), unaudited: await unaudited(kills) };
}

/** Kills a hub in a process of its own while clients read, and counts the answered reads that its audit does not hold. */
async function unaudited(kills) {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "corespond-kill-"));
  const corespond = corespondOn(dataFolder);
  let hub = corespond.start();
  const graph = {
    url: async () => (await hub).url,
    killAndStart: async () => {
      const { stop } = await hub;
      hub = stop("SIGKILL").then(() => corespond.start());
      await hub;
    },
  };
  try {
    const personId = await somePerson((await hub).as);
    const names = slices.map(({ name }) => name);
    const { token } = await signLocalToken((await readSecrets(dataFolder, names)).issuerKey, "supervisor");
    const { answered, unanswered } = await readsWhileKilled(graph, { personId, token, kills });
    assert.ok(unanswered > 0, "a kill interrupts a read");
    await (await hub).stop();
    const exported = await corespond.run("audit", "export", "--slice", "people");
    const known = new Set(
      exported
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line))
        .flatMap(({ outcome, request_id: id }) => (outcome === "SUCCESS" ? id : [])),
    );
    return answered.filter((id) => !known.has(id)).length;
  } finally {
    await corespond.stopAll();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function somePerson(as) {
  const query = "{ referrals(first: 20) { edges { node { person { id } } } } }";
  const { referrals } = await new Steps(as).read("supervisor", query);
  const [id] = referrals.edges.flatMap(({ node }) => node.person?.id ?? []);
  assert.ok(id, "the demonstration has a person whom a supervisor sees");
  return id;
}
