import type { RequestContext } from "@corespond/kit";

import type { NatureCodeSetRow } from "./natureCodeSet.row";
import { NatureCodeSet } from "./natureCodeSet.type";

/** A set's row with its codes. */
export type CodeSetWithCodes = NatureCodeSetRow & { readonly commonCodes: readonly string[] };

/** Makes a set's view. Who may see and write the tables is said by `natureCodeSetPolicy`. */
export function viewNatureCodeSet(_context: RequestContext, row: CodeSetWithCodes): NatureCodeSet {
  const { id, name, version, description, commonCodes } = row;
  return Object.freeze(
    Object.assign(new NatureCodeSet(), { id, name, version, description, commonCodes: Object.freeze(commonCodes) }),
  );
}
