import { isMarkedReal, markReal } from "@corespond/kit";

import { CommandError } from "../commandError";
import type { RunningSlices } from "./startSlices";

/** In production, marks the data as real for good; otherwise refuses to put demonstration accounts beside such data. */
export async function guardRealData(running: RunningSlices, production: boolean): Promise<void> {
  for (const { name, database } of Object.values(running)) {
    if (production) await markReal(database);
    else if (await isMarkedReal(database)) {
      throw new CommandError(
        `The database of the slice "${name}" holds real data: a hub with NODE_ENV=production has used it. ` +
          "The local issuer and demonstration accounts refuse to sit beside it. Set NODE_ENV=production, or use another database.",
      );
    }
  }
}
