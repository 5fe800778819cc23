import type { Client } from "pg";

/** Where a PostgreSQL server is, and its superuser. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  readonly superuser: { readonly user: string; readonly password: string };
}

/** A slice's database and the URLs of its two roles: the owner migrates and imports, the application runs. */
export interface SliceAccess {
  readonly slice: string;
  readonly database: string;
  readonly owner: string;
  readonly app: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** A slice's database after it was ensured; `created` says whether it is new. */
export interface SliceDatabase extends SliceAccess {
  readonly created: boolean;
}

/**
 * Gives a slice its database (named after it, unless `database` says otherwise), the roles `<slice>_owner`
 * and `<slice>_app`, and the extensions. Runs any number of times, also at once, with the same result.
 */
export function ensureSliceDatabase(server: ServerAddress, slice: string, database?: string): Promise<SliceDatabase>;

/** Lets only the owner and the application of a slice connect to a database. */
export function limitConnections(admin: Client, database: string, app: string): Promise<void>;

/** The names and URLs that `ensureSliceDatabase` gives a slice, without asking the server. */
export function sliceAccess(server: ServerAddress, slice: string, database: string): SliceAccess;
