import { graphError, portFunction, readBatch } from "@corespond/kit";
import { z } from "zod";

import { groupingRoles, isOneOf } from "../record/viewerRoles";

/** How many records one question may name. */
const mostGrouped = 10_000;

/**
 * `personGroups({ recordIds })`: for each record, in order, the position in the question of the first record that is of
 * the same golden person; a record that does not exist is alone. For counts of persons by slices that know records. It
 * tells nothing else about anybody, so it answers for all staff, whichever of the records they may see.
 */
export const personGroups = portFunction(
  z.object({ recordIds: z.array(z.guid()).max(mostGrouped) }),
  async (context, { recordIds }): Promise<readonly number[]> => {
    const { role } = context.viewer;
    if (!isOneOf(role, groupingRoles))
      throw graphError("FORBIDDEN", `The role ${role} does not learn which records are of one person.`);
    const [row] = await readBatch<{ groups: number[] }>(context, {
      name: "people.personGroup.groups",
      text: "SELECT person_groups($1) AS groups",
      values: [recordIds],
    });
    return row?.groups ?? [];
  },
);
