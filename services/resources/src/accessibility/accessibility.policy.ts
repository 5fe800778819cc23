import type { RequestContext, AnyPolicy } from "@corespond/kit";

import { shownPlaces } from "../access/shownPlace";
import { viewFields } from "../loading/viewFields";
import type { AccessibilityRow } from "./accessibility.row";
import { Accessibility } from "./accessibility.type";

/** Accessibility notes are public, save those of a confidential location. */
export const accessibilityPolicy: AnyPolicy = shownPlaces({
  type: "Accessibility",
  table: "accessibility",
  columns: ["location_id"],
});

/** Makes an accessibility note's view. */
export function viewAccessibility(_context: RequestContext, row: AccessibilityRow): Accessibility {
  return viewFields(Accessibility, row, ["id", "description", "details", "url"]);
}
