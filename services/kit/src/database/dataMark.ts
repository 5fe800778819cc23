import { namedText } from "./statement";
import type { SliceDatabase } from "./sliceDatabase";

/** Marks a slice's data as that of real persons, for good: demonstration accounts refuse to sit beside it from now on. */
export async function markReal({ slice, dataSource }: SliceDatabase): Promise<void> {
  const text = "INSERT INTO corespond.data_mark (mark) VALUES ('real') ON CONFLICT DO NOTHING";
  await dataSource.query(namedText({ name: `${slice}.mark.real`, text }));
}

/** Tells whether a slice's data was marked as that of real persons. */
export async function isMarkedReal({ slice, dataSource }: SliceDatabase): Promise<boolean> {
  const text = "SELECT FROM corespond.data_mark WHERE mark = 'real'";
  const rows: unknown = await dataSource.query(namedText({ name: `${slice}.mark.isReal`, text }));
  return Array.isArray(rows) && rows.length > 0;
}
