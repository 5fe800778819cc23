import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { anchorOf } from "./anchorOf";

describe("the demonstration's first instant", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "corespond-anchor-"));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it("is now on the first start, and stays so on those that follow", async () => {
    const before = Date.now();
    const first = await anchorOf(folder);
    expect(first.getTime()).toBeGreaterThanOrEqual(before);
    expect(first.getTime()).toBeLessThanOrEqual(Date.now());
    expect(await readdir(folder)).toEqual(["demonstration.started"]);
    await writeFile(path.join(folder, "demonstration.started"), "2026-01-02T03:04:05.678Z\n");
    expect(await anchorOf(folder)).toEqual(new Date("2026-01-02T03:04:05.678Z"));
  });

  it("is never guessed from a file that does not say it", async () => {
    await writeFile(path.join(folder, "demonstration.started"), "yesterday\n");
    await expect(anchorOf(folder)).rejects.toThrow();
  });
});
