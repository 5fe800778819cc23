import type { ImportClient } from "@corespond/kit";

const set = (value: "on" | "off"): string =>
  `SELECT set_config('enable_hashjoin', '${value}', true), set_config('enable_mergejoin', '${value}', true)`;

/**
 * Has a statement find each staged row's calls by an index. Nothing is known of a temporary table's rows, and a plan that
 * reads all calls of the county would do so for every part of a file.
 */
export async function withoutScans<T>(client: ImportClient, act: () => Promise<T>): Promise<T> {
  await client.query(`/* agencies.calls.withoutScans */ ${set("off")}`);
  const result = await act();
  await client.query(`/* agencies.calls.withScans */ ${set("on")}`);
  return result;
}
