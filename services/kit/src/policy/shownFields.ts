import type { Role } from "../viewer/role";
import type { Viewer } from "../viewer/viewer";
import type { FieldRule } from "./fieldRule";
import type { Basis } from "./legalBasis";
import type { Policy } from "./policy";

/** What of one record a viewer gets. */
export interface ShownFields<F extends string> {
  /** The value where the field is shown, null where it is withheld. */
  shown<V>(this: void, field: F, value: V): V | null;
  /** The fields that are withheld, in the policy's order. */
  readonly withheld: readonly F[];
  /** The grounds of what is shown, each once. */
  readonly basis: readonly Basis[];
}

/** The rules for one role, and what they come to for each way in which such a viewer may stand to a record. */
interface RulesOfRole<F extends string, R> {
  readonly rules: readonly FieldRule<F, R>[];
  /** Under the rules that hold, as the digits of a binary number. */
  readonly decided: Map<number, ShownFields<F>>;
}

/** Kept for as long as the policy: nothing of a record goes into it but how its viewer stands to it. */
const ofPolicies = new WeakMap<object, Map<Role, unknown>>();

/** Decides for one viewer and one record which fields of a policy's type are shown. */
export function shownFields<F extends string, R>(policy: Policy<F, R>, viewer: Viewer, row: R): ShownFields<F> {
  const { rules, decided } = rulesOf(policy, viewer.role);
  let standing = 0;
  for (const { when } of rules) standing = standing * 2 + (when === undefined || when(viewer, row) ? 1 : 0);
  let decision = decided.get(standing);
  if (!decision) {
    decision = decide(
      policy,
      rules.filter(({ when }) => when === undefined || when(viewer, row)),
    );
    decided.set(standing, decision);
  }
  return decision;
}

function rulesOf<F extends string, R>(policy: Policy<F, R>, role: Role): RulesOfRole<F, R> {
  const roles = ofPolicies.get(policy) ?? new Map<Role, unknown>();
  ofPolicies.set(policy, roles);
  const known = roles.get(role) as RulesOfRole<F, R> | undefined;
  if (known) return known;
  const made = { rules: policy.fields.filter((rule) => rule.roles.includes(role)), decided: new Map() };
  roles.set(role, made);
  return made;
}

function decide<F extends string, R>(policy: Policy<F, R>, holding: readonly FieldRule<F, R>[]): ShownFields<F> {
  const shown = new Set(holding.flatMap(({ fields }) => fields));
  const all = new Set(policy.fields.flatMap(({ fields }) => fields));
  return Object.freeze({
    shown: <V>(field: F, value: V) => (shown.has(field) ? value : null),
    withheld: Object.freeze([...all].filter((field) => !shown.has(field))),
    basis: Object.freeze([...new Set(holding.map(({ basis }) => basis))]),
  });
}
