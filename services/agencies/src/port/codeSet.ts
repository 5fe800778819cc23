import { portFunction, readBatch } from "@corespond/kit";
import { z } from "zod";

import { compareVersions } from "../natureCode/natureCodeSet.version";

/** Which common codes count, by the name and version under which they were published. */
export interface CodeSet {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly commonCodes: readonly string[];
}

const codeSetSql = `
  SELECT s.id, s.name, s.version,
    ARRAY(SELECT c.common_code FROM nature_code_set_code c WHERE c.set_id = s.id ORDER BY c.common_code) AS "commonCodes"
  FROM nature_code_set s WHERE s.name = $1 AND ($2::text IS NULL OR s.version = $2)`;

/** The set of codes with a name, of one version or without one of the newest; null where there is none. */
export const codeSet = portFunction(
  z.object({ name: z.string().max(100), version: z.string().max(100).nullable() }),
  async (context, { name, version }): Promise<CodeSet | null> => {
    const sets = await readBatch<CodeSet & Record<string, unknown>>(context, {
      name: "agencies.codeSet.facts",
      text: codeSetSql,
      values: [name, version],
    });
    return sets.reduce<CodeSet | null>(
      (newest, set) => (newest && compareVersions(newest.version, set.version) > 0 ? newest : set),
      null,
    );
  },
);
