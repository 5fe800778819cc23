import { amina } from "./residents/amina";
import { avery } from "./residents/avery";
import { casey } from "./residents/casey";
import { drew } from "./residents/drew";
import { jordan } from "./residents/jordan";
import { lee } from "./residents/lee";
import { lou } from "./residents/lou";
import { morgan } from "./residents/morgan";
import { pat } from "./residents/pat";
import { quinn } from "./residents/quinn";
import { riley } from "./residents/riley";
import { robin } from "./residents/robin";
import { sky } from "./residents/sky";
import { terry } from "./residents/terry";
import { unnamed } from "./residents/unnamed";
import type { StoryResident } from "./storyResident";

/** Everybody whom the demonstration tells of, by city. All are made up, and look it. */
export const demoResidents: readonly StoryResident[] = [
  // Brooklyn Park
  ...[terry, jordan, casey, riley, drew, unnamed, amina, lee, lou, pat],
  // Plymouth
  ...[avery, robin, morgan],
  // Bloomington
  ...[sky, quinn],
];
