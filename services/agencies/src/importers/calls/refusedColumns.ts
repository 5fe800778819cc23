import { ImportError } from "@corespond/kit";

/**
 * Names of columns that hold what police typed, or criminal history. Remarks belong on the welfare side or nowhere
 * (Minn. Stat. 13.82 makes much of what police hold public), and criminal history is not for this graph at all.
 */
const looksRefused =
  /remark|comment|narrative|note|criminal|ncic|warrant|hist|synopsis|free.?text|(^|[\s_.-])(rmk|cch|ssn)s?([\s_.-]|$)/i;

/** Throws `REFUSED_COLUMN` where a file has a column that looks like remarks, unless the map allows it by its name. */
export function refuseColumns(file: string, columns: readonly string[], allowed: readonly string[]): void {
  const refused = columns.filter((name) => looksRefused.test(name) && !allowed.includes(name));
  if (refused.length === 0) return;
  throw new ImportError("REFUSED_COLUMN", {
    file,
    problem: `the file has ${refused.map((name) => `"${name}"`).join(", ")}, which looks like remarks or criminal history`,
    remedy: "Export it without, or name the column under `allow` in the map where it is something else.",
  });
}
