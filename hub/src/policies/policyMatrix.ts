import { Role, ruledOn, type AnyPolicy, type FieldRule, type RuleTerms, type SliceDefinition } from "@corespond/kit";

const roles = Object.values(Role).filter((role) => role !== Role.SYSTEM);

/**
 * All rules of all slices as Markdown: of each type which rows its tables give to whom and why, then which role gets which
 * field: `yes`, by a relation (the rule's name), or not at all.
 */
export function policyMatrix(slices: readonly SliceDefinition[]): string {
  return slices.flatMap(({ name, policies }) => policies.map((policy) => typeText(name, policy))).join("\n");
}

function typeText(slice: string, policy: AnyPolicy): string {
  const rows = policy.tables.flatMap((table) =>
    ruledOn(table).flatMap(({ name, rules }) =>
      rules.map((rule) => `| \`${table.table}\` | ${name} | ${rule.id} | ${rolesText(rule)} | ${termsText(rule)} |`),
    ),
  );
  const heading = [
    "| Table | Command | Rule | Roles | Rows | Basis | Source |",
    "| --- | --- | --- | --- | --- | --- | --- |",
  ];
  return [`### ${policy.type} (${slice})`, "", ...heading, ...rows, "", ...fieldLines(policy)].join("\n");
}

function fieldLines({ fields }: AnyPolicy): readonly string[] {
  if (fields.length === 0) return [];
  const named = [...new Set(fields.flatMap((rule) => rule.fields))];
  const shown = named.map(
    (field) => `| \`${field}\` | ${roles.map((role) => cell(fields, field, role)).join(" | ")} |`,
  );
  const terms = fields.map((rule) => `| ${rule.id} | ${termsText(rule)} |`);
  return [
    `| Field | ${roles.join(" | ")} |`,
    `| --- |${" --- |".repeat(roles.length)}`,
    ...shown,
    "",
    "| Rule | For | Basis | Source |",
    "| --- | --- | --- | --- |",
    ...terms,
    "",
  ];
}

function cell(rules: readonly FieldRule<string, never>[], field: string, role: Role): string {
  const granting = rules.filter((rule) => rule.fields.includes(field) && rule.roles.includes(role));
  if (granting.some(({ when }) => when === undefined)) return "yes";
  return granting.map(({ id }) => id).join(", ");
}

const rolesText = ({ roles: of }: RuleTerms): string =>
  of.length === Object.values(Role).length ? "all" : of.join(", ");

const termsText = ({ relation, basis, source }: RuleTerms): string => `${relation} | ${basis} | ${source}`;
