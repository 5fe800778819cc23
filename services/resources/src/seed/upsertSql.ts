/** A column's name from a property's: `organizationId` is `organization_id`. */
export function columnName(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Adds rows, `$1` as JSON, or changes those of the same id; answers the ids of rows that are not as they were. */
export function upsertSql(table: string, columns: readonly string[]): string {
  const names = columns.map(quoted);
  const others = names.filter((name) => name !== '"id"');
  const list = (prefix: string): string => others.map((name) => `${prefix}.${name}`).join(", ");
  return `INSERT INTO ${table} AS known (${names.join(", ")})
    SELECT ${names.join(", ")} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)
    ON CONFLICT (id) DO UPDATE SET ${others.map((name) => `${name} = excluded.${name}`).join(", ")}
      WHERE (${list("known")}) IS DISTINCT FROM (${list("excluded")})
    RETURNING id`;
}

/** Adds rows, `$1` as JSON, and leaves those of the same id as they are. */
export function insertNewSql(table: string, columns: readonly string[]): string {
  const names = columns.map(quoted).join(", ");
  return `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)
    ON CONFLICT (id) DO NOTHING RETURNING id`;
}

const quoted = (column: string): string => `"${column}"`;
