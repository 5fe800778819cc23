import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";

import { temporaryFolder } from "./__fixtures__/temporaryFolder";
import { readCsv } from "./readCsv";

const folder = temporaryFolder();
afterAll(() => folder.remove());

const header = "id,name\n";
const rowBytes = 16;
const rows = 100_000;

function writeLargeFile(): string {
  const path = join(folder.path, "large.csv");
  const file = openSync(path, "w");
  writeSync(file, header);
  for (let index = 0; index < rows; index += 1_000) {
    const some = Array.from(
      { length: 1_000 },
      (_, offset) => `${String(index + offset).padStart(7, "0")},${"n".repeat(7)}\n`,
    );
    writeSync(file, some.join(""));
  }
  closeSync(file);
  return path;
}

test("rows are read only as they are asked for, however many there are", async () => {
  let bytesRead = 0;
  let count = 0;
  let misnumbered = 0;
  let mostInFlight = 0;
  const onBytes = (progress: { readonly bytesRead: number }): void => {
    bytesRead = progress.bytesRead;
  };
  for await (const { line } of readCsv(writeLargeFile(), { requiredColumns: ["id", "name"] }, { onBytes })) {
    count += 1;
    if (line !== count + 1) misnumbered += 1;
    mostInFlight = Math.max(mostInFlight, (bytesRead - header.length) / rowBytes - count);
  }
  expect({ count, misnumbered }).toEqual({ count: rows, misnumbered: 0 });
  // One chunk of 64 KiB that is being parsed, one that waits, one that the stream reads ahead.
  expect(mostInFlight).toBeLessThanOrEqual((3 * 64 * 1024) / rowBytes);
  expect(mostInFlight).toBeGreaterThan(0);
});

test("a reader who stops early leaves the rest unread", async () => {
  let bytesRead = 0;
  let bytesTotal = 0;
  const onBytes = (progress: { readonly bytesRead: number; readonly bytesTotal: number }): void => {
    ({ bytesRead, bytesTotal } = progress);
  };
  for await (const { line } of readCsv(writeLargeFile(), { requiredColumns: ["id", "name"] }, { onBytes })) {
    if (line === 3) break;
  }
  expect(bytesTotal).toBe(header.length + rows * rowBytes);
  expect(bytesRead).toBeLessThanOrEqual(4 * 64 * 1024);
});
