declare module "pg-copy-streams" {
  import type { Writable } from "node:stream";
  import type { Submittable } from "pg";

  /** A stream into a table; it finishes when the server has taken everything. */
  export function from(sql: string): Writable & Submittable & { readonly rowCount: number };
}
