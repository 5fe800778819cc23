/** Loaded by `node --import` before a program: writes the program's peak memory, in MB, to the file that is named. */
import { writeFileSync } from "node:fs";

process.once("exit", () => {
  const file = process.env.CORESPOND_PEAK_FILE;
  if (file) writeFileSync(file, String(Math.round(process.resourceUsage().maxRSS / 1024)));
});
