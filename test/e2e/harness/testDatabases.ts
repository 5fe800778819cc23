import { slices, type HubConfig } from "@corespond/hub";
import { migrate } from "@corespond/kit";
import { Client } from "pg";

import { createTestDatabase } from "../../kit/database";

/** A database per slice, cloned from migrated templates, as the hub's configuration takes them. */
export interface TestDatabases {
  readonly external: HubConfig["external"];
  /** Runs SQL as a slice's owner: to look at what the graph does not show, and to arrange faults. */
  owner<R extends object>(slice: string, sql: string, values?: readonly unknown[]): Promise<readonly R[]>;
  drop(): Promise<void>;
}

const viewerKeyOf = (slice: string): string => `a viewer key for tests of the slice ${slice}`.padEnd(40, "!");

/** Makes the four databases of one test file. */
export async function createTestDatabases(): Promise<TestDatabases> {
  const made = await Promise.all(
    slices.map(async (slice) => {
      const { name } = slice;
      const database = await createTestDatabase({
        slice: name,
        fingerprint: `e2e ${name}`,
        migrate: (ownerUrl) =>
          migrate({ ...slice, slice: name, ownerUrl, appRole: `${name}_app`, viewerKey: viewerKeyOf(name) }),
      });
      return { name, database };
    }),
  );
  const external = Object.fromEntries(
    made.map(({ name, database: { appUrl, ownerUrl } }) => [name, { appUrl, ownerUrl, viewerKey: viewerKeyOf(name) }]),
  );
  return {
    external,
    owner: async <R extends object>(slice: string, sql: string, values: readonly unknown[] = []) => {
      const client = new Client({ connectionString: external[slice]?.ownerUrl });
      await client.connect();
      try {
        return (await client.query(sql, [...values])).rows as R[];
      } finally {
        await client.end();
      }
    },
    drop: async () => {
      await Promise.all(made.map(({ database }) => database.drop()));
    },
  };
}
