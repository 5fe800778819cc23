import { everyRole } from "@corespond/kit";

/** A rule taken from each of its roles in turn, and given to all; `instead` makes the rules with another in its place. */
export function roleFlips(rule, instead) {
  if (rule.roles.length === everyRole.length) return [];
  const without = (role) => ({ ...rule, roles: rule.roles.filter((one) => one !== role) });
  const taken = rule.roles.length > 1 ? rule.roles : [];
  return [
    ...taken.map((role) => ({ flip: `${rule.id} is not for ${role}`, rules: instead(without(role)) })),
    { flip: `${rule.id} is for every role`, rules: instead({ ...rule, roles: everyRole }) },
  ];
}
