import { ImportError } from "@corespond/kit";
import type { z } from "zod";

const shownProblems = 20;

/** Reads what stands in a map, or throws `BAD_MAP` with every field that is wrong; `what` names the map. */
export function readMap<T>(schema: z.ZodType<T>, data: unknown, what: string): T {
  const { data: read, error } = schema.safeParse(data);
  if (!error) return read;
  const problems = error.issues.map(({ path, message }) => `${path.map(String).join(".") || "the map"}: ${message}`);
  throw new ImportError("BAD_MAP", {
    file: what,
    problem: problems.slice(0, shownProblems).join("; "),
    remedy: "Correct these fields.",
  });
}
