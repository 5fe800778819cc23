import { Role } from "@corespond/kit";
import { startTestSlice, testViewer, type TestSlice } from "@corespond/kit/testing";
import { Client } from "pg";

import { createTestDatabase } from "../../../../test/kit/database.js";
import { loadDirectory } from "../seed/loadDirectory";
import { resourcesSlice } from "../subgraph";
import { testDirectory } from "./testDirectory";

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the graph answers has no static type
type Answer = any;

/** The slice under test. */
export interface Resources extends TestSlice {
  /** Runs a document, as somebody who has not signed in unless told otherwise, and gives its data; an error fails the test. */
  data(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    viewer?: ReturnType<typeof testViewer>,
  ): Promise<Answer>;
  /** Removes every directory. */
  empty(): Promise<void>;
  /** Runs SQL as the slice's own role, with this viewer token or none: what an attacker on its connection could do. */
  asApp<R extends object>(sql: string, values?: readonly unknown[], viewerToken?: string): Promise<readonly R[]>;
}

/** Starts the slice on a database of its own, empty. */
export async function startEmpty(): Promise<Resources> {
  const slice = await startTestSlice(resourcesSlice, createTestDatabase);
  const app = new Client({ connectionString: slice.database.appUrl });
  await app.connect();
  return {
    ...slice,
    data: async (query, variables, viewer = testViewer(Role.ANONYMOUS)) => {
      const { data, errors } = await slice.run(viewer, query, variables);
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    },
    asApp: async <R extends object>(sql: string, values: readonly unknown[] = [], viewerToken = "") => {
      await app.query("SELECT set_config('corespond.viewer', $1, false)", [viewerToken]);
      return (await app.query(sql, [...values])).rows as R[];
    },
    empty: async () => {
      await slice.owner("TRUNCATE organization, location, taxonomy_term, unit CASCADE");
    },
    stop: async () => {
      await app.end();
      await slice.stop();
    },
  };
}

/** Starts the slice with the test directory. */
export async function startResources(): Promise<Resources> {
  const slice = await startEmpty();
  await loadDirectory(slice.slice.systemContext("test"), testDirectory);
  return slice;
}
