import type { FormattedExecutionResult } from "graphql";
import { Client } from "pg";

import { migrate } from "../database/migrate";
import { statementChannel, type StatementEvent } from "../database/statementChannel";
import { createLog } from "../log/sliceLog";
import { startSlice, type RunningSlice } from "../slice/runningSlice";
import type { SliceDefinition } from "../slice/sliceDefinition";
import type { ViewerClaims } from "../viewer/viewer";
import { askedOfGraph, askedOfPort, delegate, proven } from "../viewer/viewerProof";

/** A database made for one test file: a clone of the slice's migrated template. */
export interface TestDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  drop(): Promise<void>;
}

/** Makes a test file's database; `migrate` is run once per slice and test run, on the template. */
export type CreateTestDatabase = (options: {
  readonly slice: string;
  readonly migrate: (ownerUrl: string) => Promise<void>;
}) => Promise<TestDatabase>;

/** What other slices' ports answer in a test of one slice, by `slice.fn`, to the viewer who asks. */
export type PortAnswers = Readonly<Record<string, (input: never, viewer: ViewerClaims) => unknown>>;

/** A slice under test. */
export interface TestSlice {
  readonly slice: RunningSlice;
  readonly database: TestDatabase;
  /** Runs a document as a viewer through the slice's own graph. */
  run(
    viewer: ViewerClaims,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<FormattedExecutionResult>;
  /** Asks the slice's port as a viewer. */
  port(viewer: ViewerClaims, fn: string, input: unknown): Promise<unknown>;
  /** Runs SQL as the owner, whom row-level security lets see everything: to arrange and to look. */
  owner<R extends object>(sql: string, values?: readonly unknown[]): Promise<readonly R[]>;
  /** Counts the statements that `act` sends, transaction control excluded. */
  countStatements(act: () => Promise<unknown>): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** What signs viewers in tests. */
export const testViewerKey = "a key for tests that signs viewers";

/** Starts a slice on a database of its own. */
export async function startTestSlice(
  definition: SliceDefinition,
  createTestDatabase: CreateTestDatabase,
  portAnswers: PortAnswers = {},
): Promise<TestSlice> {
  const database = await createTestDatabase({
    slice: definition.name,
    migrate: async (ownerUrl) => {
      await migrate({
        ...definition,
        slice: definition.name,
        ownerUrl,
        appRole: `${definition.name}_app`,
        viewerKey: testViewerKey,
      });
    },
  });
  const slice = await startSlice(definition, {
    appUrl: database.appUrl,
    viewerKey: testViewerKey,
    log: createLog({ name: definition.name, level: process.env["CORESPOND_LOG_LEVEL"] ?? "silent" }),
    portTransport: (question, input, tokens) => {
      const answer = portAnswers[`${question.slice}.${question.fn}`];
      if (!answer) return Promise.reject(new Error(`The test gives no answer for ${question.slice}.${question.fn}.`));
      return Promise.resolve(
        JSON.parse(JSON.stringify(answer(input as never, viewerIn(tokens[question.slice])))) as unknown,
      );
    },
  });
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const by = (viewer: ViewerClaims, door: "graph" | "port", asked: string) => ({
    ...proven(delegate(viewer, `${definition.name}/${door}`, testViewerKey), asked),
    delegations: Object.fromEntries(
      Object.keys(portAnswers).map((name) => [name.split(".", 1)[0] ?? "", JSON.stringify(viewer)]),
    ),
    operation: "test",
  });
  return {
    slice,
    database,
    run: (viewer, query, variables = {}) => {
      const request = { query, variables };
      return slice.execute(request, by(viewer, "graph", askedOfGraph(request)));
    },
    port: (viewer, fn, input) => slice.answerPort(fn, input, by(viewer, "port", askedOfPort(fn, input))),
    owner: async <R extends object>(sql: string, values: readonly unknown[] = []) =>
      (await owner.query(sql, [...values])).rows as R[],
    countStatements: (act) => countStatements(definition.name, act),
    stop: async () => {
      await owner.end();
      await slice.close();
      await database.drop();
    },
  };
}

/** The viewer for whom a question is asked: in a test the token is its claims. */
const viewerIn = (token: string | undefined): ViewerClaims => JSON.parse(token ?? "null") as ViewerClaims;

/** The names of the statements that one slice sends while `act` runs, transaction control excluded. */
export async function countStatements(slice: string, act: () => Promise<unknown>): Promise<readonly string[]> {
  const names: string[] = [];
  const note = (event: unknown): void => {
    const statement = event as StatementEvent;
    if (statement.slice === slice) names.push(statement.name);
  };
  statementChannel.subscribe(note);
  try {
    await act();
  } finally {
    statementChannel.unsubscribe(note);
  }
  return names;
}
