import type { ImportClient, Statement } from "@corespond/kit";

/** Runs one statement of an import, with its name in front. */
export async function runStatement<R extends object>(
  client: ImportClient,
  { name, text, values = [] }: Statement,
): Promise<readonly R[]> {
  return (await client.query<R>(`/* ${name} */ ${text}`, [...values])).rows;
}
