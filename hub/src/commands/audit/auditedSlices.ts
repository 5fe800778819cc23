import type { RequestContext } from "@corespond/kit";

import { CommandError } from "../../commandError";
import { slices } from "../../slices";
import { withSlice } from "../../start/withSlice";

const names = slices.map(({ name }) => name);

/** The option by which a command of the audit keeps to one slice. */
export const sliceOption = ["--slice <name>", `one slice's audit alone: ${names.join(", ")}`] as const;

/** Does something in every slice, or in the one that was named, one after the other. */
export async function inSlices<T>(
  slice: string | undefined,
  act: (name: string, contextOf: () => RequestContext) => Promise<T>,
): Promise<readonly T[]> {
  if (slice !== undefined && !names.includes(slice))
    throw new CommandError(`There is no slice "${slice}". The slices are ${names.join(", ")}.`);
  const done: T[] = [];
  for (const name of slice === undefined ? names : [slice])
    done.push(await withSlice(name, (_context, contextOf) => act(name, contextOf)));
  return done;
}
