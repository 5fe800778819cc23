import { portFunction } from "@corespond/kit";
import { z } from "zod";

import { mostRelations, relatedRecords } from "./relations.loader";

const input = z.object({ recordIds: z.array(z.string()).max(mostRelations).nullish() });

/** `relations({ recordIds? })` → `{ recordIds }`: the persons with whom the viewer works, by their source records. */
export const relations = portFunction(input, async (context, { recordIds }) => ({
  recordIds: await relatedRecords(context, recordIds ?? null),
}));
