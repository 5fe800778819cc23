import { graphError, load, type RequestContext } from "@corespond/kit";

import type { CodeSetInput } from "./codeSet.inputs";
import { natureCodeSetByName } from "./natureCodeSet.loader";
import type { NatureCodeSet } from "./natureCodeSet.type";

/** The set that an argument names; one that was never published is the client's error, for every viewer alike. */
export async function expectCodeSet(
  context: RequestContext,
  { name, version = null }: CodeSetInput,
): Promise<NatureCodeSet> {
  const set = await load(context, natureCodeSetByName, { name, version });
  if (set) return set;
  throw graphError("BAD_USER_INPUT", "`codeSet` must be a set that was published; `natureCodeSets` lists them.", {
    argumentName: "codeSet",
  });
}
