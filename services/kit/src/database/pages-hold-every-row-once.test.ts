import { randomUUID } from "node:crypto";

import fc from "fast-check";

import { createTestDatabase } from "../../../../test/kit/database";
import { startTestSlice, testViewer, type TestSlice } from "../testing/index";
import { notesSlice } from "../testing/notes/notesSlice";
import { Role } from "../viewer/role";

const viewer = testViewer(Role.OFFICER, { agencyId: randomUUID() });
const rows = 23;

let notes: TestSlice;
let inOrder: readonly string[];
beforeAll(async () => {
  notes = await startTestSlice(notesSlice, createTestDatabase);
  const sameBodies = Array.from({ length: rows }, (_, number) => `body ${String(Math.floor(number / 3))}`);
  await notes.owner(
    "INSERT INTO note (id, agency_id, body, recorded_at) SELECT gen_random_uuid(), $1, body, now() FROM unnest($2::text[]) body",
    [viewer.agencyId, sameBodies],
  );
  await notes.owner(
    "INSERT INTO note (id, agency_id, body, recorded_at) VALUES (gen_random_uuid(), gen_random_uuid(), 'body 1', now())",
  );
  inOrder = (
    await notes.owner<{ id: string }>("SELECT id FROM note WHERE agency_id = $1 ORDER BY body, id", [viewer.agencyId])
  ).map(({ id }) => id);
});
afterAll(async () => {
  await notes.stop();
});

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const document = `query ($first: Int, $after: String, $last: Int, $before: String) {
  notes(first: $first, after: $after, last: $last, before: $before) {
    totalCount edges { node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

async function page(variables: Readonly<Record<string, unknown>>): Promise<Page> {
  const { data } = await notes.run(viewer, document, variables);
  return (data as { notes: Page }).notes;
}

async function walk(size: number, forward: boolean): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const found: Page = await page(forward ? { first: size, after: cursor } : { last: size, before: cursor });
    expect(found.totalCount).toBe(rows);
    const pageIds = found.edges.map(({ node }) => node.id);
    ids.splice(forward ? ids.length : 0, 0, ...pageIds);
    const more: boolean = forward ? found.pageInfo.hasNextPage : found.pageInfo.hasPreviousPage;
    cursor = more ? (forward ? found.pageInfo.endCursor : found.pageInfo.startCursor) : null;
  } while (cursor !== null);
  return ids;
}

test("pages of any size, from either end, hold every visible row once and in order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: rows + 2 }), fc.boolean(), async (size, forward) => {
      expect(await walk(size, forward)).toEqual(inOrder);
    }),
    { numRuns: 20 },
  );
});

test.each([{ first: 0 }, { first: 101 }, { last: -1 }, { first: 1, last: 1 }])(
  "%j is refused by name",
  async (variables) => {
    const { errors } = await notes.run(viewer, document, variables);
    expect(errors?.[0]?.extensions?.["code"]).toBe("BAD_USER_INPUT");
  },
);

test.each(["", "zz", Buffer.from('["a"]').toString("base64url"), Buffer.from('["x","no uuid"]').toString("base64url")])(
  "the cursor %j was not issued here",
  async (after) => {
    const { errors } = await notes.run(viewer, document, { first: 1, after });
    expect(errors?.[0]?.extensions?.["code"]).toBe("BAD_CURSOR");
  },
);

test("a page and its count are one statement each, however many rows there are", async () => {
  const names = await notes.countStatements(async () => {
    await page({ first: 20 });
  });
  expect(names.filter((name) => name !== "notes.audit.insert").toSorted()).toEqual([
    "notes.note.page",
    "notes.note.page.count",
  ]);
});
