import { access, writeFile } from "node:fs/promises";
import path from "node:path";

import type { RunningGateway, StaffDirectory } from "@corespond/gateway";

import type { StartProgress } from "../start/startHub";
import type { RunningSlices } from "../start/startSlices";
import { anchorOf } from "./anchorOf";
import { DemoActors } from "./demoActors";
import { loadReferenceData } from "./loadReferenceData";
import { playSideBySide } from "./playSideBySide";
import { demoResidents } from "./story/demoResidents";
import { playResident } from "./story/playResident";
import { StoryClock } from "./story/storyClock";

/** What the demonstration data is loaded with. */
export interface DemonstrationParts {
  readonly running: RunningSlices;
  readonly gateway: RunningGateway;
  readonly findStaff: StaffDirectory;
  readonly dataFolder: string;
  readonly progress: Pick<StartProgress, "demonstration">;
}

const storiesAtATime = 4;

/**
 * Loads the demonstration data on a data folder's first start: agencies, staff and services set-based, then persons,
 * calls and referrals through the public graph, each by the account whose work it is. Every step is idempotent, so a
 * start that was interrupted goes on.
 */
export async function loadDemonstration({
  running,
  gateway,
  findStaff,
  dataFolder,
  progress,
}: DemonstrationParts): Promise<void> {
  const done = path.join(dataFolder, "demonstration.loaded");
  if (await exists(done)) return;
  const clock = new StoryClock(await anchorOf(dataFolder));
  await loadReferenceData(running, clock);
  const stage = {
    actors: new DemoActors(gateway, findStaff),
    clock,
  };
  const stories = demoResidents.map((resident) => playResident(stage, resident));
  const total = stories.flat().length;
  let played = 0;
  progress.demonstration(played, total);
  await playSideBySide(stories, storiesAtATime, () => progress.demonstration(++played, total));
  await writeFile(done, `${new Date().toISOString()}\n`);
}

async function exists(file: string): Promise<boolean> {
  return await access(file).then(
    () => true,
    () => false,
  );
}
