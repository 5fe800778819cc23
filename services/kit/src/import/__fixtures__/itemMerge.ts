import { v7 } from "uuid";

import { bulkMerge } from "../bulkMerge";
import type { MergedRows } from "../importReport";
import type { MergePlan } from "../mergePlan";
import type { StagedRejection } from "../stagedRejections";
import { openItemDatabase, viewerToken } from "./itemDatabase";

/** What became of a merge's rows. */
export interface Merged {
  readonly counts: MergedRows;
  readonly rejections: readonly StagedRejection[];
}

/** Merges within a transaction that each test begins and no test keeps. */
export interface MergeSession {
  /** Merges rows whose lines are 2, 3, 4 …, each given by its values after the id. */
  merge(plan: MergePlan, ...rows: readonly (readonly unknown[])[]): Promise<Merged>;
  /** The items as they are now, by external id. */
  select(columns: string): Promise<unknown[]>;
  end(): Promise<void>;
}

/** Opens a database whose sessions see nothing of each other. */
export async function openMergeDatabase(): Promise<{ begin(): Promise<MergeSession>; close(): Promise<void> }> {
  const database = await openItemDatabase();
  const begin = async (): Promise<MergeSession> => {
    const client = await database.pool.connect();
    await client.query("BEGIN");
    await client.query("SELECT set_config('corespond.viewer', $1, true)", [viewerToken]);
    return {
      merge: async (plan, ...rows) => {
        const rejections: StagedRejection[] = [];
        const onRejection = (rejection: StagedRejection): void => void rejections.push(rejection);
        const counts = await bulkMerge(client, plan, { rows: numbered(rows), onRejection });
        return { counts, rejections };
      },
      select: async (columns) => (await client.query(`SELECT ${columns} FROM item ORDER BY external_id`)).rows,
      end: async () => {
        await client.query("ROLLBACK");
        client.release();
      },
    };
  };
  return { begin, close: () => database.close() };
}

async function* numbered(rows: readonly (readonly unknown[])[]) {
  for (const [index, values] of rows.entries()) yield { line: index + 2, values: [v7(), ...values] };
}

const columnsOf = (names: readonly string[]) => names.map((name) => ({ name }));

/** A plan for items with these columns besides the key. */
export const items = (...names: readonly string[]): MergePlan => ({
  table: "item",
  columns: columnsOf(["id", "external_id", ...names]),
  key: ["external_id"],
  insertOnly: ["id"],
});

/** A plan for areas. */
export const areas: MergePlan = { ...items("name"), table: "area" };

/** A plan whose key is a number. */
export const ranked: MergePlan = {
  table: "ranked",
  columns: columnsOf(["id", "external_id", "rank"]),
  key: ["rank"],
  insertOnly: ["id"],
};

/** The counts of a merge that did nothing. */
export const nothing: MergedRows = { inserted: 0, updated: 0, unchanged: 0 };
