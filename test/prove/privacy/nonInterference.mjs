import { randomUUID } from "node:crypto";

import fc from "fast-check";
import { getNamedType } from "graphql";

import { idsByTable } from "./knownIds.mjs";
import { statementsOf } from "./openWorld.mjs";
import { inputText, randomOperation } from "./randomOperation.mjs";
import { recordsBefore, secretsOf, withSecretChanged } from "./secrets.mjs";

/**
 * Two worlds that differ only in what a viewer may not see answer that viewer alike, byte for byte: random queries before
 * and after a secret change; and every read and every action on a hidden record is answered, with the same statements, as
 * on a record that does not exist.
 */
export async function nonInterference(world, { pairs, seed }) {
  const ids = Object.values(await idsByTable(world)).flat();
  const since = new Date().toISOString();
  const secrets = {};
  const hidden = [];
  for (const [account, claims] of Object.entries(world.claims)) {
    const records = await recordsBefore(world, claims);
    secrets[account] = await secretsOf(world, records);
    for (const { kind, id, withheld } of records) if (withheld === null) hidden.push({ account, id, type: kind.type });
  }
  const viewers = Object.keys(secrets).filter((account) => secrets[account].length > 0);
  const counted = { pairs: 0, violations: 0 };
  const problems = [];
  const check = async (property, runs) => {
    const outcome = await fc.check(property, { numRuns: runs, seed });
    if (!outcome.failed) return;
    counted.violations += 1;
    problems.push(`seed ${String(outcome.seed)}: ${String(outcome.errorInstance?.message)}`);
  };
  const choices = fc.array(fc.nat(), { minLength: 20, maxLength: 100 });
  const alike = fc.asyncProperty(
    fc.constantFrom(...viewers),
    fc.nat(),
    fc.array(choices, { minLength: 1, maxLength: 3 }),
    async (account, which, several) => {
      const secret = secrets[account][which % secrets[account].length];
      const queries = several.map((chosen) => randomOperation(world.schema, chosen, { ids, since }));
      const ask = async () => {
        const answers = [];
        for (const query of queries) answers.push(JSON.stringify(await world.ask(account, query)));
        return answers;
      };
      // Asking may itself be a disclosure, and add the first line of its kind to an accounting.
      if (queries.some((query) => query.includes("disclosures"))) await ask();
      const before = await ask();
      const after = await withSecretChanged(world, secret, ask);
      counted.pairs += 1;
      queries.forEach((query, index) => {
        if (before[index] !== after[index])
          throw new Error(`${account}, ${secret.table} ${secret.id}, ${query}\n${before[index]}\n${after[index]}`);
      });
    },
  );
  await check(alike, Math.ceil(pairs * 0.7));
  await check(absentLikeHidden(world, hidden, ids, counted), Math.floor(pairs * 0.3));
  return { ...counted, problems };
}

const reads = {
  Referral: "referral",
  ServiceReferral: "serviceReferral",
  CallForService: "call",
};

const idFields = {
  Referral: "referralId",
  ServiceReferral: "serviceReferralId",
  CallForService: "callId",
};

function absentLikeHidden(world, hidden, ids, counted) {
  const mutations = Object.values(world.schema.getMutationType().getFields());
  return fc.asyncProperty(
    fc.constantFrom(...hidden),
    fc.nat(),
    fc.array(fc.nat(), { minLength: 10, maxLength: 40 }),
    async ({ account, id, type }, which, choices) => {
      const absent = randomUUID();
      const fitting = mutations.filter(({ args }) => idFields[type] in (inputFields(args) ?? {}));
      const document =
        fitting.length === 0 || which % 3 === 0
          ? readOf(world, type)
          : actionOf(world, fitting[which % fitting.length], { type, ids, choices });
      if (document === null) return;
      const run = async (asked) => {
        let answer;
        const statements = await statementsOf(async () => {
          answer = await world.ask(account, document(asked));
        });
        return { answer: JSON.stringify(answer).replaceAll(asked, "ID"), statements: statements.join("; ") };
      };
      const [ofHidden, ofAbsent] = [await run(id), await run(absent)];
      counted.pairs += 1;
      for (const what of ["answer", "statements"])
        if (ofHidden[what] !== ofAbsent[what])
          throw new Error(`${account}, hidden ${type} ${id}, ${document(id)}\n${ofHidden[what]}\n${ofAbsent[what]}`);
    },
  );
}

const inputFields = (args) => {
  const input = args.find(({ name }) => name === "input");
  return input && getNamedType(input.type).getFields();
};

function readOf(world, type) {
  const field = reads[type];
  if (field === undefined || !(field in world.schema.getQueryType().getFields())) return null;
  return (id) => `{ ${field}(id: "${id}") { __typename id } }`;
}

function actionOf(world, mutation, { type, ids, choices }) {
  const key = randomUUID();
  return (id) => {
    let at = 0;
    const next = (bound) => (bound <= 1 ? 0 : (choices[at++] ?? 0) % bound);
    const fixed = {
      [idFields[type]]: JSON.stringify(id),
      idempotencyKey: JSON.stringify(`${key}-${id === ids[0] ? "a" : id.slice(0, 8)}`),
      expectedVersion: null,
    };
    const input = inputText({ schema: world.schema, next, ids, fixed }, getNamedType(mutation.args[0].type));
    return `mutation { ${mutation.name}(input: ${input}) { __typename userErrors { code field message } } }`;
  };
}
