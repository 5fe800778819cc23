import fc from "fast-check";

import { idsByTable } from "./knownIds.mjs";
import { randomOperation } from "./randomOperation.mjs";

/**
 * The same record, whichever way a viewer reaches it, shows the same fields: every field of every answer to random
 * queries is held against what the same viewer was shown of the same record before, and at the slices' own entity doors.
 */
export async function pathIndependence(world, { runs, seed }) {
  const asked = { ids: Object.values(await idsByTable(world)).flat(), since: new Date().toISOString() };
  const seen = new Map();
  const counted = { cases: 0, violations: 0 };
  const problems = [];
  const property = fc.asyncProperty(
    fc.constantFrom(...world.accounts),
    fc.array(fc.nat(), { minLength: 20, maxLength: 120 }),
    async (account, choices) => {
      const query = randomOperation(world.schema, choices, asked);
      const { data } = await world.ask(account, query);
      const differing = [...observe(data, String(account), query, seen, counted)];
      if (differing.length > 0) throw new Error(differing.join("\n"));
    },
  );
  const outcome = await fc.check(property, { numRuns: runs, seed, endOnFailure: false });
  if (outcome.failed) {
    counted.violations += 1;
    problems.push(`seed ${String(outcome.seed)}: ${String(outcome.errorInstance?.message)}`);
  }
  for await (const difference of entityDoors(world, seen, counted)) {
    counted.violations += 1;
    problems.push(difference);
  }
  return { ...counted, problems };
}

/** Leaves of every object with an id, held against what was seen of it before. */
function* observe(value, account, path, seen, counted) {
  if (Array.isArray(value)) {
    for (const item of value) yield* observe(item, account, path, seen, counted);
    return;
  }
  if (value === null || typeof value !== "object") return;
  if (typeof value.id === "string" && typeof value.__typename === "string") {
    const key = `${account} ${value.__typename} ${value.id}`;
    const known = seen.get(key) ?? { fields: {}, account, type: value.__typename, id: value.id };
    seen.set(key, known);
    for (const [name, shown] of Object.entries(value)) {
      if (!isLeaf(shown) && name !== "redactions") continue;
      const text = JSON.stringify(shown);
      if (name in known.fields) {
        counted.cases += 1;
        if (known.fields[name] !== text) yield `${key}.${name}: ${known.fields[name]} and ${text} by ${path}`;
      } else known.fields[name] = text;
    }
  }
  for (const inner of Object.values(value)) yield* observe(inner, account, path, seen, counted);
}

const isLeaf = (shown) =>
  shown === null ||
  typeof shown !== "object" ||
  (Array.isArray(shown) && shown.every((one) => typeof one !== "object"));

/** What the slices answer at `_entities` for the records that were seen, held against what was seen of them. */
async function* entityDoors(world, seen, counted) {
  for (const { fields, account, type, id } of seen.values()) {
    const claims = world.claims[account];
    if (!claims) continue;
    const slice = ownerOf[type];
    if (!slice) continue;
    const shown = Object.keys(fields).filter((name) => name !== "__typename" && ownFields[type].includes(name));
    const redactions = shown.includes("redactions") ? "redactions { __typename field reason }" : "";
    const leaves = shown.filter((name) => name !== "redactions").join(" ");
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { __typename ${leaves} ${redactions} } } }`;
    const { data } = await world.askSlice(slice, claims, query, { of: [{ __typename: type, id }] });
    const [entity] = data?._entities ?? [];
    for (const name of shown) {
      counted.cases += 1;
      if (JSON.stringify(entity?.[name]) !== fields[name])
        yield `${account} ${type} ${id}.${name}: ${fields[name]}, and at the slice's door ${JSON.stringify(entity?.[name])}`;
    }
  }
}

const ownerOf = {
  Person: "people",
  PersonRecord: "people",
  Consent: "people",
  Referral: "referrals",
  ServiceReferral: "referrals",
  CallForService: "agencies",
  StaffMember: "agencies",
  Location: "resources",
  ServiceAtLocation: "resources",
};

const ownFields = {
  Person: ["id", "version", "description", "sex", "genderIdentity", "age", "redactions"],
  PersonRecord: ["id", "version", "description", "sex", "genderIdentity", "age", "recordedAt", "redactions"],
  Consent: ["id", "regime", "categories", "purpose", "signedOn", "expiresAt", "revokedAt"],
  Referral: [
    "id",
    "version",
    "status",
    "outcome",
    "acknowledgement",
    "narrative",
    "urgency",
    "submittedAt",
    "redactions",
  ],
  ServiceReferral: ["id", "version", "status", "outcome", "need", "urgency", "message", "ageBand", "redactions"],
  CallForService: ["id", "version", "incidentNumber", "natureText", "receivedAt", "priority", "redactions"],
  StaffMember: ["id", "role", "active"],
  Location: ["id", "name", "confidential", "description", "redactions"],
  ServiceAtLocation: ["id", "description", "redactions"],
};
