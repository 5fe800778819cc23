import type { ClientBase } from "pg";

import { inImportSession, type ImportSessionOptions } from "./importSession";

/** What an import's transaction needs. */
export interface ImportTransactionOptions extends Omit<ImportSessionOptions, "viewerToken"> {
  /** A signed viewer who sees and may write every row of the targets. */
  readonly viewerToken?: string | undefined;
}

/** Runs `act` in one transaction without time limits, of which a database has one at a time. */
export async function inImportTransaction<T>(
  { viewerToken, ...options }: ImportTransactionOptions,
  act: (client: ClientBase) => Promise<T>,
): Promise<T> {
  return await inImportSession(
    { ...options, viewerToken: () => viewerToken },
    async (session) => await session.transaction(act),
  );
}
