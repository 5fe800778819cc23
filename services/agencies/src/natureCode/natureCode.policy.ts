import type { RequestContext } from "@corespond/kit";

import type { NatureCodeRow } from "./natureCode.row";
import { NatureCode } from "./natureCode.type";

/** Makes a code's view. Who may see and write the table is said by `natureCodePolicy`. */
export function viewNatureCode(_context: RequestContext, { code, text, commonCode }: NatureCodeRow): NatureCode {
  return Object.freeze(Object.assign(new NatureCode(), { code, text, commonCode }));
}
