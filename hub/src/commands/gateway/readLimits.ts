import { genericLimits } from "@corespond/gateway";

import { CommandError } from "../../commandError";

const numbers = Object.entries(genericLimits).filter(
  (entry): entry is [string, number] => typeof entry[1] === "number",
);

/** The limits that there are, with what they are by default, as the option is written. */
export const limitPairs = numbers
  .map(([name, limit]) => `${name}=${limit === Infinity ? "none" : String(limit)}`)
  .join(",");

/** Reads `depth=50,aliases=100`. */
export function readLimits(pairs = ""): Readonly<Record<string, number>> {
  return Object.fromEntries(
    pairs
      .split(",")
      .filter((pair) => pair.trim() !== "")
      .map(readLimit),
  );
}

function readLimit(pair: string): readonly [string, number] {
  const [name = "", value = ""] = pair.split("=", 2).map((part) => part.trim());
  if (!numbers.some(([known]) => known === name) || !/^([1-9]\d{0,8}|none)$/.test(value))
    throw new CommandError(`--limits takes pairs such as ${limitPairs}, but got: "${pair.trim()}".`);
  return [name, value === "none" ? Infinity : Number(value)];
}
