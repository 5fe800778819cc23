import type { TestSlice } from "./testSlice";

/** The tables of a slice that hold a text anywhere, whatever the column, its type or the letters' case, with how many rows. */
export async function plantedTexts(
  slice: Pick<TestSlice, "owner">,
  text: string,
): Promise<readonly { readonly table: string; readonly rows: number }[]> {
  const tables = await slice.owner<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
  );
  const found: { readonly table: string; readonly rows: number }[] = [];
  for (const { name } of tables) {
    const [counted] = await slice.owner<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM "${name}" t WHERE strpos(lower(to_jsonb(t)::text), lower($1)) > 0`,
      [text],
    );
    found.push({ table: name, rows: counted?.rows ?? 0 });
  }
  return found.filter(({ rows }) => rows > 0);
}
