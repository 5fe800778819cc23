/**
 * What row-level security lets a viewer do with one table's rows, as SQL conditions over the `corespond.viewer_*()`
 * functions, each written `(select corespond.viewer_role())` so that it runs once per statement. `select` is the
 * `visibleTo` of the noun's policy; an operation left out is refused.
 */
export interface RowAccess {
  readonly table: string;
  readonly select: string;
  readonly insert?: string;
  readonly update?: string;
  readonly delete?: string;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const commands = ["select", "insert", "update", "delete"] as const;

/** The SQL that gives `<slice>_app` exactly this access, repeatable, run by the owner after every migration. */
export function accessSql(access: RowAccess, roles: { readonly app: string; readonly owner: string }): string {
  const table = quoted(access.table);
  const app = quoted(roles.app);
  const granted = commands.filter((command) => access[command] !== undefined);
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`,
    `REVOKE ALL ON ${table} FROM ${app};`,
    `GRANT ${granted.join(", ")} ON ${table} TO ${app};`,
    `DROP POLICY IF EXISTS owner ON ${table};`,
    `CREATE POLICY owner ON ${table} TO ${quoted(roles.owner)} USING (true) WITH CHECK (true);`,
    ...commands.flatMap((command) => policySql({ table, app, command, condition: access[command] })),
  ].join("\n");
}

interface PolicyParts {
  readonly table: string;
  readonly app: string;
  readonly command: (typeof commands)[number];
  readonly condition: string | undefined;
}

function policySql({ table, app, command, condition }: PolicyParts): readonly string[] {
  const name = `${command}_visible`;
  const drop = `DROP POLICY IF EXISTS ${name} ON ${table};`;
  if (condition === undefined) return [drop];
  const clause = { select: "USING", insert: "WITH CHECK", update: "USING", delete: "USING" }[command];
  return [drop, `CREATE POLICY ${name} ON ${table} FOR ${command} TO ${app} ${clause} (${condition});`];
}

/** What `<slice>_app` may do with the tables of the foundation. The audit has a policy of its own. */
export function foundationAccessSql(app: string): string {
  const role = quoted(app);
  return `
    GRANT USAGE ON SCHEMA public, corespond TO ${role};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA corespond TO ${role};
    REVOKE ALL ON FUNCTION corespond.signed_claims(text, text[]) FROM ${role};
    REVOKE ALL ON corespond.viewer_key FROM ${role};
    GRANT SELECT, INSERT ON corespond.data_mark TO ${role};
    REVOKE ALL ON outbox, inbox, idempotency FROM ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO ${role};
    GRANT SELECT, INSERT, DELETE ON inbox TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency TO ${role};`;
}
