import { slices } from "@corespond/hub";
import { shownFields } from "@corespond/kit";

import { roleFlips } from "./roleFlips.mjs";

/** Every rule about fields, taken away, without its condition, taken from a role, without a field, and for every role. */
function mutantsOf(rules) {
  return rules.flatMap((rule, at) => {
    const instead = (...changed) => rules.toSpliced(at, 1, ...changed);
    const { when, ...always } = rule;
    return [
      { flip: `${rule.id} is gone`, rules: instead({ ...rule, roles: [] }) },
      ...(when ? [{ flip: `${rule.id} holds always`, rules: instead(always) }] : []),
      ...roleFlips(rule, instead),
      ...rule.fields.map((field) => ({
        flip: `${rule.id} does not show ${field}`,
        rules: instead(
          { ...rule, fields: rule.fields.filter((one) => one !== field) },
          { ...rule, roles: [], fields: [field] },
        ),
      })),
    ];
  });
}

/** Of how many records each witness is shown each field, as the rules stand and with each rule flipped. */
export async function fieldMutants(world, viewers, { sample }) {
  const found = { standing: {}, mutants: [] };
  for (const { name: slice, policies } of slices) {
    for (const policy of policies.filter(({ fields }) => fields.length > 0)) {
      const rows = (
        await world.owner(slice, `SELECT * FROM ${rowsOf[policy.type] ?? policy.tables[0].table} t LIMIT 60`)
      ).map(inCamelCase);
      const key = `${slice}.${policy.type}`;
      found.standing[key] = countsOf(policy, rows, viewers);
      for (const { flip, rules } of mutantsOf(policy.fields).filter(() => sample())) {
        await aBreath();
        found.mutants.push({
          name: `${key}: ${flip}`,
          of: key,
          counts: countsOf({ ...policy, fields: rules }, rows, viewers),
        });
      }
    }
  }
  return found;
}

/** Counting is long work: what else this process does must not wait for it. */
const aBreath = () => new Promise((resolve) => setImmediate(resolve));

/** Types whose views are made from more than their table: a view of the database, or what a consent opens. */
const rowsOf = {
  Location: "place",
  ServiceAtLocation: "service_place",
  Referral: "(SELECT r.*, hashtext(r.id::text) % 2 = 0 AS outcome_consented FROM referral r)",
};

function countsOf(policy, rows, viewers) {
  const counts = {};
  for (const [viewer, claims] of Object.entries(viewers)) {
    for (const row of rows) {
      const { withheld } = shownFields(policy, claims, row);
      for (const field of new Set(policy.fields.flatMap(({ fields }) => fields)))
        if (!withheld.includes(field)) {
          counts[viewer] ??= {};
          counts[viewer][field] = (counts[viewer][field] ?? 0) + 1;
        }
    }
  }
  return counts;
}

const inCamelCase = (row) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase()),
      value,
    ]),
  );
