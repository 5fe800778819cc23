import type { Viewer } from "../viewer/viewer";
import type { RuleTerms } from "./rowRule";

/**
 * One ground on which fields of a visible record are shown. Rules add up: a field that none of them shows is withheld. A
 * rule with `when` holds for viewers who stand so to the record; it must never look at what the record says of the person,
 * for the list of withheld fields would tell it.
 */
export interface FieldRule<F extends string = string, R = unknown> extends RuleTerms {
  readonly fields: readonly F[];
  readonly when?: (viewer: Viewer, row: R) => boolean;
}
