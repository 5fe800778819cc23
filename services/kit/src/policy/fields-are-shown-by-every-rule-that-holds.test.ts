import fc from "fast-check";

import { testViewer } from "../testing/testViewer";
import { Role } from "../viewer/role";
import type { Viewer } from "../viewer/viewer";
import type { FieldRule } from "./fieldRule";
import { legalBases } from "./legalBasis";
import type { Policy } from "./policy";
import { shownFields } from "./shownFields";

const fields = ["status", "outcome", "narrative", "needs"] as const;
type Field = (typeof fields)[number];

/** Which of five relations a viewer has to a record. */
type Row = readonly boolean[];
type Rule = FieldRule<Field, Row>;

const roles = [Role.OFFICER, Role.SOCIAL_WORKER, Role.PROVIDER] as const;

const anyRule = fc.record({
  fields: fc.subarray([...fields]),
  roles: fc.subarray([...roles]),
  basis: fc.constantFrom(...legalBases),
  relation: fc.option(fc.nat(4), { nil: null }),
});

const anyRules = fc.array(anyRule, { maxLength: 5 }).map((made) =>
  made.map(({ relation, ...rule }, index): Rule => {
    const when = relation === null ? {} : { when: (_viewer: Viewer, row: Row) => row[relation] === true };
    return { id: `rule${String(index)}`, relation: "of a test", source: "a test", ...rule, ...when };
  }),
);

const anyRows = fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 20 });

test("whatever was decided before, a field is shown where some rule of the role shows it, on that rule's ground", () => {
  const law = fc.property(anyRules, anyRows, fc.constantFrom(...roles), (rules, rows, role) => {
    const policy: Policy<Field, Row> = { type: "Test", tables: [], fields: rules };
    const viewer: Viewer = { ...testViewer(role), exp: 0 };
    for (const row of rows) {
      const holding = rules.filter((rule) => rule.roles.includes(role) && rule.when?.(viewer, row) !== false);
      const told = shownFields(policy, viewer, row);
      for (const field of fields) {
        const known = rules.some((rule) => rule.fields.includes(field));
        const granted = holding.some((rule) => rule.fields.includes(field));
        expect(told.shown(field, "value")).toBe(granted ? "value" : null);
        expect(told.withheld.includes(field)).toBe(known && !granted);
      }
      expect(new Set(told.basis)).toEqual(new Set(holding.map(({ basis }) => basis)));
    }
  });
  fc.assert(law);
});

test("a decision that is kept cannot be changed by whoever got it", () => {
  const policy: Policy<Field, Row> = { type: "Test", tables: [], fields: [] };
  const told = shownFields(policy, { ...testViewer(Role.OFFICER), exp: 0 }, []);
  expect([told, told.withheld, told.basis].every((part) => Object.isFrozen(part))).toBe(true);
});
