import { portFunction } from "@corespond/kit";
import { z } from "zod";

import { mostRelations, relatedRecords } from "./relations.loader";

const input = z.object({ recordIds: z.array(z.string()).max(mostRelations).nullish() });

/**
 * `relations({ recordIds? })` → `{ recordIds, protectedRelations? }`: the persons with whom the viewer works, by their source
 * records, and which of them a provider knows through protected programs, so that what it is told of them bears a notice.
 */
export const relations = portFunction(input, async (context, { recordIds }) => {
  const related = await relatedRecords(context, recordIds ?? null);
  const protectedRelations = related.filter(({ programs }) => programs.length > 0);
  return {
    recordIds: related.map(({ recordId }) => recordId),
    ...(protectedRelations.length > 0 && { protectedRelations }),
  };
});
