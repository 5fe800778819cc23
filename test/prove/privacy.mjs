/**
 * `npm run prove:privacy -- --json [--pairs N] [--seed S] [--audit-rows N] [--approve]`: shows on a hub with the
 * demonstration's data that the right person sees the right field. Prints one line of JSON; a violation is told with its
 * seed and the smallest query that shows it. `--audit-rows` is how many accesses it searches for those to one person;
 * `--approve` writes anew what the witnesses of the policies are told: read the difference before you commit.
 */
import { parseArgs } from "node:util";

import { audit } from "./privacy/audit.mjs";
import { cost } from "./privacy/cost.mjs";
import { nonInterference } from "./privacy/nonInterference.mjs";
import { openWorld } from "./privacy/openWorld.mjs";
import { pathIndependence } from "./privacy/pathIndependence.mjs";
import { policyMutants } from "./privacy/policyMutants.mjs";

const { values } = parseArgs({
  options: {
    json: { type: "boolean" },
    pairs: { type: "string", default: "1000" },
    seed: { type: "string" },
    "audit-rows": { type: "string", default: "20000" },
    approve: { type: "boolean", default: false },
  },
});
const pairs = Number(values.pairs);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);

/** How often a hub is killed while clients read. */
const kills = 5;

const say = (text) => {
  if (!values.json) process.stderr.write(`${text}\n`);
};

const tell = ({ problems = [], survivors = [], drifted = [], ...figures }) => {
  for (const problem of [
    ...problems,
    ...survivors.map((name) => `survived: ${name}`),
    ...drifted.map((name) => `not as approved: ${name}`),
  ])
    process.stderr.write(`${problem}\n`);
  return figures;
};

const world = await openWorld();
try {
  say("Reaching everything by every path …");
  const paths = tell(await pathIndependence(world, { runs: pairs, seed }));
  say("Changing what nobody may notice …");
  const silence = tell(await nonInterference(world, { pairs, seed }));
  say("Measuring what it costs …");
  const price = await cost(world, { referrals: 100, requests: 60, rounds: 3 });
  say("Flipping every rule …");
  const mutants = await policyMutants(world, { approve: values.approve });
  const policies = tell(mutants);
  say("Looking for who saw whom, and killing a hub that answers …");
  const accesses = await audit({ rows: Number(values["audit-rows"]), kills, say });
  const proof = {
    pathIndependence: paths,
    nonInterference: silence,
    policyMutants: policies,
    cost: price,
    audit: accesses,
  };
  process.stdout.write(`${JSON.stringify(proof)}\n`);
  const faults = [paths.violations, silence.violations, policies.survived, mutants.drifted.length, accesses.unaudited];
  if (faults.some((count) => count > 0)) process.exitCode = 1;
} finally {
  await world.close();
}
