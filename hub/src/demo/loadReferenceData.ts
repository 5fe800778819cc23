import { loadCounty } from "@corespond/agencies";
import { invariant, type RequestContext } from "@corespond/kit";
import { loadDirectory } from "@corespond/resources";

import type { RunningSlices } from "../start/startSlices";
import { demoCounty } from "./county/demoCounty";
import { demoDirectory } from "./directory/demoDirectory";
import type { StoryClock } from "./story/storyClock";

/** The hub's own hand in a slice, for data that no role enters. */
function demonstrationContext(running: RunningSlices, slice: string): RequestContext {
  const asked = running[slice];
  invariant(asked, `the slice ${slice} runs in this process`);
  return asked.systemContext("demonstration");
}

/** Loads the county and the directory of services; loading them again changes nothing. */
export async function loadReferenceData(running: RunningSlices, clock: StoryClock): Promise<void> {
  await Promise.all([
    loadCounty(demonstrationContext(running, "agencies"), demoCounty),
    loadDirectory(demonstrationContext(running, "resources"), demoDirectory(clock)),
  ]);
}
