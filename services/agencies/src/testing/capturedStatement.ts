import { invariant, signViewer, type ViewerClaims } from "@corespond/kit";
import { testViewerKey, type TestSlice } from "@corespond/kit/testing";
import { Client } from "pg";

/** A statement as it went to the database. */
export interface CapturedStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The one statement with a name, which stands in its comment, that `act` sends. */
export async function capturedStatement(name: string, act: () => Promise<unknown>): Promise<CapturedStatement> {
  const query = jest.spyOn(Client.prototype, "query");
  try {
    await act();
    const sent = query.mock.calls
      .map(([statement]: readonly unknown[]) => statement as Partial<CapturedStatement> | undefined)
      .filter((statement) => statement?.text?.startsWith(`/* ${name} */`));
    expect(sent).toHaveLength(1);
    const { text, values = [] } = sent[0] ?? {};
    invariant(text, "a statement has a text");
    return { text, values };
  } finally {
    query.mockRestore();
  }
}

/** How a statement runs for a viewer, under row-level security, as the slice's own role: its plan with times and counts. */
export async function planFor(
  slice: TestSlice,
  viewer: ViewerClaims,
  { text, values }: CapturedStatement,
): Promise<string> {
  const app = new Client({ connectionString: slice.database.appUrl });
  await app.connect();
  try {
    await app.query("BEGIN READ ONLY");
    await app.query("SELECT set_config('corespond.viewer', $1, true)", [
      signViewer(viewer, "agencies/graph", testViewerKey),
    ]);
    const { rows } = await app.query<{ "QUERY PLAN": string }>(`EXPLAIN (ANALYZE, BUFFERS) ${text}`, [...values]);
    return rows.map((line) => line["QUERY PLAN"]).join("\n");
  } finally {
    await app.end();
  }
}
