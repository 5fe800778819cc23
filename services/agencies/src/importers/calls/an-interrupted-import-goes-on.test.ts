import { appendFileSync } from "node:fs";

import { plainHeader, plainMap, startCallFeed, type CallFeed } from "./testing/callFeed";

let feed: CallFeed;

beforeAll(async () => {
  feed = await startCallFeed();
});
afterEach(() => feed.empty());
afterAll(() => feed.stop());

const many = (count: number): string =>
  `${plainHeader}\n${Array.from({ length: count }, (_, index) => `24-${index},2024-03-01 08:00,2024-03-01 09:00,C${index % 3},,`).join("\n")}\n`;

const done = async (): Promise<number> => {
  const [row] = await feed.owner<{ rows: number }>("SELECT (tally ->> 'rowsIn')::integer AS rows FROM call_import");
  return row?.rows ?? 0;
};

/** Interrupts an import when some of it is read: parts that are complete by then are kept. */
async function interrupted(rows: string, partRows: number, map: object = plainMap): Promise<number> {
  const stop = new AbortController();
  let told = 0;
  const onProgress = (): void => {
    told += 1;
    if (told === 3) stop.abort();
  };
  await expect(feed.bring(rows, { map, partRows, onProgress, signal: stop.signal })).rejects.toMatchObject({
    kind: "ABORTED",
  });
  return await done();
}

test("the same import of the same file goes on where it stopped, and counts all", async () => {
  const rows = many(8_000);
  const kept = await interrupted(rows, 500);
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(8_000);
  expect(feed.report().at(-1)).toMatchObject({ code: "ABORTED", reason: expect.stringContaining("is kept") as string });
  const resumed = await feed.bring(rows, { partRows: 500 });
  expect(resumed).toMatchObject({
    resumedAfter: kept,
    total: { rowsIn: 8_000, loaded: 8_000, updated: 0, unchanged: 0, rejected: 0 },
  });
  expect(resumed.unmappedCodes.map(({ rows: counted }) => counted)).toEqual([2_667, 2_667, 2_666]);
  expect((await feed.calls("incident_number")).length).toBe(8_000);
  expect(await done()).toBe(0);
  const again = await feed.bring(rows);
  expect(again).toMatchObject({ resumedAfter: 0, total: { rowsIn: 8_000, loaded: 0, unchanged: 8_000 } });
});

test("merges that survivors tell count alike, whether the import was interrupted between both ends or not", async () => {
  const count = 8_000;
  // Each incident has replaced the one as far from the other end of the file; the first half comes before what it names.
  const replaced = (index: number): string => (index < count / 2 ? `24-${count - 1 - index}` : "");
  const lines = Array.from({ length: count }, (_, index) => `24-${index},2024-03-01 08:00,${replaced(index)}`);
  const rows = ["incident,received,replaces", ...lines, ""].join("\n");
  const map = { incidentNumber: "incident", receivedAt: "received", replaces: "replaces" };
  const kept = await interrupted(rows, 500, map);
  expect(await feed.bring(rows, { map, partRows: 500 })).toMatchObject({ resumedAfter: kept, total: { warnings: 0 } });
  const counted = await feed.owner<{ own: number; merged: number }>(
    `SELECT count(*) FILTER (WHERE counted_as IS NULL)::integer AS own,
       count(*) FILTER (WHERE substr(counted_as, 4)::integer + substr(incident_number, 4)::integer = $1)::integer AS merged
     FROM call_for_service`,
    [count - 1],
  );
  expect(counted).toEqual([{ own: count / 2, merged: count / 2 }]);
});

test("another file, or the same by another map, begins at the top", async () => {
  const rows = many(8_000);
  await interrupted(rows, 500);
  expect(await feed.bring(rows.replace("24-0,", "24-X,"), { partRows: 4_000 })).toMatchObject({ resumedAfter: 0 });
  expect(await feed.bring(rows, { timeZone: "UTC" })).toMatchObject({ resumedAfter: 0 });
});

test("a file that changes while it is read stops the import; what was complete is kept", async () => {
  const rows = many(8_000);
  const path = feed.write("growing.csv", rows);
  const onProgress = (): void => {
    appendFileSync(path, "24-X,2024-03-01 08:00,,,,\n");
  };
  const running = feed.bring(rows, { path, partRows: 500, onProgress });
  await expect(running).rejects.toMatchObject({ kind: "CHANGED_WHILE_READ" });
});

test("a file with a quote that is never closed is an error that says where", async () => {
  await expect(feed.bring(`${plainHeader}\n24-1,2024-03-01 08:00,,"EDP,,\n`)).rejects.toMatchObject({
    kind: "BAD_QUOTES",
    line: 2,
  });
});
