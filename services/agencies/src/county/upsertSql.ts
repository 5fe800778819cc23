import type { CountyTable } from "./countyTables";

const quoted = (name: string): string => `"${name}"`;

/** The rows in `$1` (a JSON array) as a relation `given` with the table's own column names. */
function givenSql({ columns }: CountyTable): string {
  const fields = Object.values(columns).map(([field, type]) => `${quoted(field)} ${type}`);
  const selected = Object.entries(columns).map(([column, [field]]) => `${quoted(field)} AS ${quoted(column)}`);
  return `given AS (SELECT ${selected.join(", ")} FROM jsonb_to_recordset($1::jsonb) AS r (${fields.join(", ")}))`;
}

/** Adds or changes the given rows; returns one row per row that was not so already. */
export function upsertSql(table: CountyTable): string {
  const columns = Object.keys(table.columns);
  const changing = columns.filter((column) => !table.key.includes(column)).map(quoted);
  const tuple = (of: string): string => `(${changing.map((column) => `${of}.${column}`).join(", ")})`;
  const action =
    changing.length === 0
      ? "DO NOTHING"
      : `DO UPDATE SET ${changing.map((column) => `${column} = excluded.${column}`).join(", ")}
         WHERE ${tuple("t")} IS DISTINCT FROM ${tuple("excluded")}`;
  return `WITH ${givenSql(table)}
    INSERT INTO ${table.table} AS t (${columns.map(quoted).join(", ")}) SELECT ${columns.map(quoted).join(", ")} FROM given
    ON CONFLICT (${table.key.map(quoted).join(", ")}) ${action} RETURNING 1 AS changed`;
}

/** Removes what a list that is given whole no longer holds; returns one row per removed row. Null for other lists. */
export function removeSql(table: CountyTable): string | null {
  if (table.wholePer === undefined) return null;
  const owner = quoted(table.wholePer);
  const same = table.key.map((column) => `given.${quoted(column)} = t.${quoted(column)}`).join(" AND ");
  return `WITH ${givenSql(table)}
    DELETE FROM ${table.table} AS t
    WHERE t.${owner} IN (SELECT ${owner} FROM given) AND NOT EXISTS (SELECT FROM given WHERE ${same}) RETURNING 1 AS changed`;
}
