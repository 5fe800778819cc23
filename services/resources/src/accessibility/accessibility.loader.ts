import { rowColumns } from "@corespond/kit";

import { partLoader } from "../loading/partLoader";
import { viewAccessibility } from "./accessibility.policy";
import { AccessibilityRow } from "./accessibility.row";
import type { Accessibility } from "./accessibility.type";

/** The accessibility notes of a location. */
export const accessibilityOfLocation = partLoader<AccessibilityRow, Accessibility>(
  "resources.accessibility.of.location",
  {
    columns: (dataSource) => rowColumns(dataSource, AccessibilityRow, "a"),
    from: "accessibility a",
    where: "a.location_id = key.parent",
    orderBy: "a.external_id, a.id",
    view: viewAccessibility,
  },
);
