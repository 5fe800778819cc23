import type { RequestContext, RowAccess } from "@corespond/kit";

import { rowsOfShownPlaces } from "../access/shownPlace";
import { viewFields } from "../loading/viewFields";
import type { AccessibilityRow } from "./accessibility.row";
import { Accessibility } from "./accessibility.type";

/** Accessibility notes are public, save those of a confidential location. */
export const accessibilityAccess: RowAccess = rowsOfShownPlaces("accessibility", ["location_id"]);

/** Makes an accessibility note's view. */
export function viewAccessibility(_context: RequestContext, row: AccessibilityRow): Accessibility {
  return viewFields(Accessibility, row, ["id", "description", "details", "url"]);
}
