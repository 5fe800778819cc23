import { slices } from "@corespond/hub";
import { rowsSql, ruledOn } from "@corespond/kit";

import { roleFlips } from "./roleFlips.mjs";
import { grantsToken } from "./witnesses.mjs";

/** Every rule about rows, taken away, unbounded, taken from one of its roles, and given to all roles. */
function mutantsOf(rules) {
  return rules.flatMap((rule, at) => {
    const instead = (...changed) => rules.toSpliced(at, 1, ...changed);
    const unbounded = { ...rule, where: undefined, within: undefined };
    return [
      { flip: `${rule.id} is gone`, rules: instead() },
      ...(rule.where || rule.within ? [{ flip: `${rule.id} has no bound`, rules: instead(unbounded) }] : []),
      ...roleFlips(rule, instead),
    ];
  });
}

/**
 * How many rows of every table each witness may see, add, change, remove and be told of by a function, as the rules stand
 * and with each rule flipped.
 * While a table is looked at its own row-level security is open, so that the conditions meet all of its rows; those of the
 * tables that its rules look into hold.
 */
export async function rowMutants(world, viewers, { sample }) {
  const found = { standing: {}, mutants: [] };
  for (const { name: slice, policies } of slices) {
    for (const { tables } of policies) {
      for (const policy of tables) {
        const asked = ruledOn(policy).flatMap(({ name: command, rules }) => {
          if (rules.length === 0) return [];
          const flips = mutantsOf(rules).filter(() => sample());
          return [{ command, flip: null, rules }, ...flips.map((mutant) => ({ command, ...mutant }))];
        });
        const counts = await countsOf(world, { slice, policy, asked, viewers });
        await lookAgain(world, { slice, policy, asked, viewers, policies, counts });
        const key = `${slice}.${policy.table}`;
        asked.forEach(({ command, flip }, index) => {
          if (flip === null) found.standing[`${key} ${command}`] = counts[index];
          else
            found.mutants.push({ name: `${key} ${command}: ${flip}`, of: `${key} ${command}`, counts: counts[index] });
        });
      }
    }
  }
  return found;
}

/**
 * Rules that look into other tables are bounded by those tables' rules, too. What nobody noticed for that reason is looked
 * at again with those tables open: a rule must hold by itself.
 */
async function lookAgain(world, { slice, policy, asked, viewers, policies, counts }) {
  const standing = new Map(
    asked.flatMap(({ command, flip }, index) => (flip === null ? [[command, counts[index]]] : [])),
  );
  const unnoticed = (index) => JSON.stringify(counts[index]) === JSON.stringify(standing.get(asked[index].command));
  if (asked.every(({ flip }, index) => flip === null || !unnoticed(index))) return;
  const others = policies.flatMap(({ tables }) => tables).filter(({ table }) => table !== policy.table);
  for (const { table } of others) await reopen(world, { slice, table, condition: "true" });
  const again = await countsOf(world, { slice, policy, asked, viewers });
  for (const other of others) await reopen(world, { slice, table: other.table, condition: rowsSql(other.select) });
  const open = new Map(asked.flatMap(({ command, flip }, index) => (flip === null ? [[command, again[index]]] : [])));
  asked.forEach(({ command, flip }, index) => {
    if (flip !== null && unnoticed(index) && JSON.stringify(again[index]) !== JSON.stringify(open.get(command)))
      counts[index] = again[index];
  });
}

async function reopen(world, { slice, table, condition }) {
  const app = decodeURIComponent(new URL(world.access[slice].appUrl).username);
  const created = `CREATE POLICY select_visible ON ${table} FOR SELECT TO ${app} USING (${condition})`;
  await world.owner(slice, `DROP POLICY IF EXISTS select_visible ON ${table}; ${created}`);
}

async function countsOf(world, { slice, policy, asked, viewers }) {
  const { table } = policy;
  const ids = await grantedIds(world, slice, policy);
  await reopen(world, { slice, table, condition: "true" });
  try {
    const counts = asked.map(() => ({}));
    const wanted = asked.map(
      ({ rules }, index) => `count(*) FILTER (WHERE ${rowsSql(rules)})::int AS c${String(index)}`,
    );
    for (const [viewer, claims] of Object.entries(viewers)) {
      await world.asApp(slice, claims, async (query) => {
        await query("SELECT set_config('corespond.grants', $1, true)", [grantsToken(world, slice, claims, ids)]);
        for (let from = 0; from < wanted.length; from += 40) {
          const { rows } = await query(`SELECT ${wanted.slice(from, from + 40).join(", ")} FROM ${table}`);
          for (const [name, count] of Object.entries(rows[0]))
            if (count > 0) counts[Number(name.slice(1))][viewer] = count;
        }
      });
    }
    return counts;
  } finally {
    await reopen(world, { slice, table, condition: rowsSql(policy.select) });
  }
}

/** Some ids for every kind of grant that a table's rules look at: of all columns that hold ids. */
async function grantedIds(world, slice, policy) {
  const kinds = new Set();
  for (const { where, within } of ruledOn(policy).flatMap(({ rules }) => rules))
    for (const [, kind] of `${where ?? ""} ${within?.ids ?? ""}`.matchAll(/granted\('([a-zA-Z]+)'\)/g)) kinds.add(kind);
  if (kinds.size === 0) return {};
  const rows = await world.owner(slice, `SELECT to_jsonb(t) AS row FROM ${policy.table} t ORDER BY t::text LIMIT 3`);
  const ids = rows.flatMap(({ row }) => Object.values(row)).filter((value) => idText.test(String(value)));
  return Object.fromEntries([...kinds].map((kind) => [kind, ids]));
}

const idText = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
