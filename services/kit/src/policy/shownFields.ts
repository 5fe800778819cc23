import type { Viewer } from "../viewer/viewer";
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

/** Decides for one viewer and one record which fields of a policy's type are shown. */
export function shownFields<F extends string, R>(policy: Policy<F, R>, viewer: Viewer, row: R): ShownFields<F> {
  const shown = new Set<F>();
  const basis = new Set<Basis>();
  const all = new Set<F>();
  for (const rule of policy.fields) {
    for (const field of rule.fields) all.add(field);
    if (!rule.roles.includes(viewer.role) || rule.when?.(viewer, row) === false) continue;
    for (const field of rule.fields) shown.add(field);
    basis.add(rule.basis);
  }
  return {
    shown: (field, value) => (shown.has(field) ? value : null),
    withheld: [...all].filter((field) => !shown.has(field)),
    basis: [...basis],
  };
}
