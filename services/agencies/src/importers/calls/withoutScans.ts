import type { ImportClient, Statement } from "@corespond/kit";

/** What a statement answers. */
interface Found<R> {
  readonly rows: readonly R[];
  readonly rowCount: number | null;
}

const set = (value: "on" | "off"): string =>
  `SET LOCAL enable_hashjoin = ${value}; SET LOCAL enable_mergejoin = ${value}`;

/**
 * Runs a statement, which has no values, so that it finds each staged row's calls by an index. Nothing is known of a
 * temporary table's rows, and a plan that reads all calls of the county would do so for every part of a file.
 */
export async function withoutScans<R extends object>(
  client: ImportClient,
  { name, text }: Omit<Statement, "values">,
): Promise<Found<R>> {
  // Statements that are sent together answer together, which their types do not say.
  const answer: unknown = await client.query(`/* ${name} */ ${set("off")}; ${text}; ${set("on")}`);
  const [, , result] = answer as readonly [unknown, unknown, Found<R>];
  return result;
}
