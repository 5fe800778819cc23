import { dataOf } from "./harness/graphClient";
import { corespond } from "./harness/startCommand";
import { startTestHub, type TestHub } from "./harness/startTestHub";

let county: TestHub;
beforeAll(async () => {
  county = await startTestHub();
}, 120_000);
afterAll(() => county.stop());

interface Verified {
  readonly slices: readonly {
    readonly slice: string;
    readonly rows: number;
    readonly blocks: number;
    readonly head: string | null;
    readonly oldestUnsealedSeconds: number | null;
    readonly faults: readonly { readonly fault: string; readonly entryId: string | null; readonly block: number }[];
  }[];
}

/** Runs a command of the audit beside the hub under test. */
async function audit(...given: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }> {
  const { external } = county.databases;
  const run = corespond(["audit", ...given], {
    CORESPOND_HOME: county.dataFolder,
    ...Object.fromEntries(
      Object.entries(external).flatMap(([slice, { appUrl = "", ownerUrl = "", viewerKey = "" }]) => [
        [`${slice.toUpperCase()}_DATABASE_URL`, appUrl],
        [`${slice.toUpperCase()}_OWNER_DATABASE_URL`, ownerUrl],
        [`${slice.toUpperCase()}_VIEWER_KEY`, viewerKey],
      ]),
    ),
  });
  return { code: await run.ended(), output: run.output() };
}

const lines = (output: string): readonly Readonly<Record<string, unknown>>[] =>
  output
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

async function verify(
  ...given: readonly string[]
): Promise<{ readonly code: number | null; readonly found: Verified }> {
  const { code, output } = await audit("verify", "--json", ...given);
  return { code, found: lines(output)[0] as unknown as Verified };
}

const sealAll = () =>
  Promise.all(Object.values(county.hub.slices).map(async (slice) => await slice.startSealer().wake()));

test("beside a running hub every slice's audit verifies; its heads are anchors", async () => {
  dataOf(await county.as("social-worker", "{ referrals { edges { node { id person { names { text } } } } } }"));
  await sealAll();
  const { code, found } = await verify();
  expect(code).toBe(0);
  expect(found.slices.map(({ slice, faults }) => [slice, faults])).toEqual(
    ["agencies", "people", "referrals", "resources"].map((slice) => [slice, []]),
  );
  const people = found.slices.find(({ slice }) => slice === "people");
  expect(people?.rows).toBeGreaterThan(0);
  const anchor = `people:${String(people?.blocks)}:${people?.head ?? ""}`;
  expect((await verify("--slice", "people", "--anchor", anchor)).code).toBe(0);
});

test("L25: a privacy officer is told who saw a person, from every part of the graph", async () => {
  const { referrals } = dataOf(
    await county.as<{ referrals: { edges: readonly { node: { person: { id: string } } }[] } }>(
      "social-worker",
      "{ referrals(first: 1) { edges { node { status person { id names { text } calls(first: 1) { totalCount } } } } } }",
    ),
  );
  const { person } = dataOf(
    await county.as<{ person: { accesses: { edges: readonly { node: { slice: string; viewer: unknown } }[] } } }>(
      "privacy-officer",
      `query ($id: ID!, $from: DateTime!) { person(id: $id) { accesses(from: $from, first: 100) {
        edges { node { slice viewer { name { family } } outcome } } } } }`,
      { id: referrals.edges[0]?.node.person.id, from: new Date(Date.now() - 600_000).toISOString() },
    ),
  );
  const seen = new Set(person.accesses.edges.map(({ node }) => node.slice));
  expect([...seen]).toEqual(expect.arrayContaining(["people", "referrals"]));
  expect(person.accesses.edges.some(({ node }) => node.viewer !== null)).toBe(true);
});

test("a row that somebody changed is named, and the command ends with 1", async () => {
  const [row] = await county.databases.owner<{ id: string }>(
    "people",
    "UPDATE audit_entry SET viewer_role = 'OFFICER', agency_id = NULL WHERE id = (SELECT min(id::text)::uuid FROM audit_entry) RETURNING id",
  );
  const { code, found } = await verify("--slice", "people");
  expect(code).toBe(1);
  expect(found.slices[0]?.faults).toEqual([{ fault: "ROW_CHANGED", entryId: row?.id, block: 1 }]);
  expect((await audit("verify", "--slice", "people")).output).toContain(`ROW_CHANGED in block 1: row ${row?.id ?? ""}`);
});

test("a chain that was computed anew misses its anchor", async () => {
  const { code, found } = await verify("--slice", "referrals", "--anchor", `referrals:1:${"0".repeat(64)}`);
  expect(code).toBe(1);
  expect(found.slices[0]?.faults).toEqual([{ fault: "ANCHOR_MISSED", entryId: null, block: 1 }]);
});

test("an export is lines of ids and codes, goes on where an earlier one stopped, and is itself audited", async () => {
  const first = lines((await audit("export", "--slice", "people")).output);
  expect(first.at(-1)).toMatchObject({ slice: "people", outcome: "SUCCESS", action: "exportAudit" });
  expect(JSON.stringify(first)).not.toMatch(/Testperson|Synthetic/);
  const rest = lines(
    (await audit("export", "--slice", "people", "--after", String(first.at(-1)?.["position"]))).output,
  );
  expect(rest.map(({ action }) => action)).toEqual(["exportAudit"]);
  expect((await audit("export", "--after", "1.2")).code).toBe(1);
});

test("L19: a purge of rows younger than six years is refused by name", async () => {
  const { code, output } = await audit("purge", "--years", "5");
  expect(code).toBe(1);
  expect(output).toContain("6 years or more");
  expect((await audit("purge", "--slice", "people")).output).toContain("people: removed 0 rows of 0 blocks.");
});
