import { slices } from "@corespond/hub";
import { everyRole, rowsSql } from "@corespond/kit";

import { grantsToken } from "./witnesses.mjs";

const commands = ["select", "insert", "update", "delete"];

/** Every rule about rows, taken away, unbounded, taken from one of its roles, and given to all roles. */
function mutantsOf(rules) {
  return rules.flatMap((rule, at) => {
    const instead = (...changed) => rules.toSpliced(at, 1, ...changed);
    const unbounded = { ...rule, where: undefined, within: undefined };
    return [
      { flip: `${rule.id} is gone`, rules: instead() },
      ...(rule.where || rule.within ? [{ flip: `${rule.id} has no bound`, rules: instead(unbounded) }] : []),
      ...(rule.roles.length > 1 && rule.roles.length < everyRole.length
        ? rule.roles.map((role) => ({
            flip: `${rule.id} is not for ${role}`,
            rules: instead({ ...rule, roles: rule.roles.filter((one) => one !== role) }),
          }))
        : []),
      ...(rule.roles.length < everyRole.length
        ? [{ flip: `${rule.id} is for every role`, rules: instead({ ...rule, roles: everyRole }) }]
        : []),
    ];
  });
}

/**
 * How many rows of every table each witness may see, add, change and remove, as the rules stand and with each rule flipped.
 * While a table is looked at its own row-level security is open, so that the conditions meet all of its rows; those of the
 * tables that its rules look into hold.
 */
export async function rowMutants(world, viewers, { sample }) {
  const found = { standing: {}, mutants: [] };
  for (const { name: slice, policies } of slices) {
    for (const { tables } of policies) {
      for (const policy of tables) {
        const asked = commands.flatMap((command) => {
          const rules = policy[command];
          if (!rules) return [];
          const flips = mutantsOf(rules).filter(() => sample());
          return [{ command, flip: null, rules }, ...flips.map((mutant) => ({ command, ...mutant }))];
        });
        const counts = await countsOf(world, { slice, policy, asked, viewers });
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

async function countsOf(world, { slice, policy, asked, viewers }) {
  const { table } = policy;
  const app = decodeURIComponent(new URL(world.access[slice].appUrl).username);
  const reopen = (condition) =>
    world.owner(
      slice,
      `DROP POLICY select_visible ON ${table}; CREATE POLICY select_visible ON ${table} FOR SELECT TO ${app} USING (${condition})`,
    );
  const ids = await grantedIds(world, slice, policy);
  await reopen("true");
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
    await reopen(rowsSql(policy.select));
  }
}

/** Some ids for every kind of grant that a table's rules look at: of the column that they bound, else of the rows. */
async function grantedIds(world, slice, policy) {
  const ids = {};
  for (const { where, within } of commands.flatMap((command) => policy[command] ?? [])) {
    const text = `${where ?? ""} ${within?.ids ?? ""}`;
    for (const [, kind] of text.matchAll(/granted\('([a-zA-Z]+)'\)/g)) {
      const column = within?.column ?? "id";
      const rows = await world.owner(slice, `SELECT DISTINCT ${column} AS id FROM ${policy.table} ORDER BY 1 LIMIT 3`);
      ids[kind] = rows.map(({ id }) => id);
    }
  }
  return ids;
}
