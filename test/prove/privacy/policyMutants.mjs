import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

import { fieldMutants } from "./fieldMutants.mjs";
import { plantWorld } from "./plantedWorld.mjs";
import { rowMutants } from "./rowMutants.mjs";
import { witnesses } from "./witnesses.mjs";

const approvedFile = new URL("approved.json", import.meta.url);

/**
 * Flips every rule of every policy in turn, and looks whether some witness of a planted world is told something else than
 * `approved.json` says: a person has read that file and found it right. A flip that changes nothing survives. It leaves the
 * world planted.
 */
export async function policyMutants(world, { share = 1, approve = false }) {
  const viewers = await witnesses(world);
  await plantWorld(world);
  const sample = everyNth(share);
  const found = [await rowMutants(world, viewers, { sample }), await fieldMutants(world, viewers, { sample })];
  const standing = Object.assign({}, ...found.map((one) => one.standing));
  if (approve) writeFileSync(approvedFile, `${JSON.stringify(shortened(standing), null, 2)}\n`);
  const approved = JSON.parse(readFileSync(approvedFile, "utf8"));
  const now = shortened(standing);
  const drifted = [...new Set([...Object.keys(now), ...Object.keys(approved)])].filter(
    (key) => JSON.stringify(now[key]) !== JSON.stringify(approved[key]),
  );
  const mutants = found.flatMap((one) => one.mutants);
  const survivors = mutants.filter(({ of, counts }) => JSON.stringify(counts) === JSON.stringify(standing[of]));
  return { total: mutants.length, survived: survivors.length, survivors: survivors.map(({ name }) => name), drifted };
}

const everyNth = (share) => {
  let number = 0;
  return () => Math.floor((number + 1) * share) > Math.floor(number++ * share);
};

/** Of each table and type what the accounts get as they are, and a fingerprint of what all witnesses get. */
function shortened(standing) {
  const short = {};
  for (const key of Object.keys(standing).sort()) {
    const got = standing[key];
    const asTheyAre = Object.entries(got).filter(([viewer]) => !/[ ,]/.test(viewer) || viewer === "the hub");
    const fingerprint = createHash("sha256").update(JSON.stringify(got)).digest("hex").slice(0, 16);
    short[key] = [...asTheyAre.map(([viewer, what]) => `${viewer}: ${countText(what)}`), `all: ${fingerprint}`].join(
      "; ",
    );
  }
  return short;
}

const countText = (what) =>
  String(typeof what === "number" ? what : Object.values(what).reduce((sum, count) => sum + count, 0));
