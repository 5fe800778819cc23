import { access, writeFile } from "node:fs/promises";
import path from "node:path";

import type { RunningGateway, StaffDirectory } from "@corespond/gateway";

import type { StartProgress } from "../start/startHub";
import type { RunningSlices } from "../start/startSlices";
import { DemoActors } from "./demoActors";
import { demoStory } from "./demoStory";
import { loadReferenceData } from "./loadReferenceData";

/** What the demonstration data is loaded with. */
export interface DemonstrationParts {
  readonly running: RunningSlices;
  readonly gateway: RunningGateway;
  readonly findStaff: StaffDirectory;
  readonly dataFolder: string;
  readonly progress: Pick<StartProgress, "demonstration">;
}

/**
 * Loads the demonstration data on a data folder's first start: agencies, staff and services set-based, then persons,
 * calls and referrals through the public graph, each by the account whose work it is. Every step is idempotent, so a
 * start that was interrupted goes on.
 */
export async function loadDemonstration({ running, gateway, findStaff, dataFolder, progress }: DemonstrationParts): Promise<void> {
  const done = path.join(dataFolder, "demonstration.loaded");
  if (await exists(done)) return;
  await loadReferenceData(running);
  const steps = demoStory(new DemoActors(gateway, findStaff));
  progress.demonstration(0, steps.length);
  for (const [number, step] of steps.entries()) {
    await step();
    progress.demonstration(number + 1, steps.length);
  }
  await writeFile(done, `${new Date().toISOString()}\n`);
}

async function exists(file: string): Promise<boolean> {
  return await access(file).then(
    () => true,
    () => false,
  );
}
