import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fixtures } from "./__fixtures__/fixtures";
import { checkContract } from "./checkContract";
import { contractFiles } from "./contractFiles";
import { writeContract, writeSubgraphs } from "./writeContract";

const release = { date: "2026-01-01", previousSdl: undefined };
const teams = Object.fromEntries(
  fixtures.map(({ name }) => [name, { team: name, contact: `${name}@corespond.example` }]),
);
let written: string;
let root: string;

beforeAll(async () => {
  written = await mkdtemp(path.join(os.tmpdir(), "contract with space "));
  await writeSubgraphs(written, fixtures);
  await writeContract(written, release);
  await writeFile(path.join(written, contractFiles.owners), JSON.stringify(teams));
});

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), "contract with space "));
  await cp(written, root, { recursive: true });
});

afterEach(() => rm(root, { recursive: true }));
afterAll(() => rm(written, { recursive: true }));

describe("writing the contract", () => {
  it("leaves nothing for the check to find", async () => {
    expect(await checkContract(root, fixtures)).toEqual([]);
  });

  it("writes nothing the second time", async () => {
    expect(await writeSubgraphs(root, fixtures)).toEqual([]);
    expect(await writeContract(root, release)).toEqual({ ok: true, changed: [], hints: [] });
  });

  it("writes nothing when the slices do not compose", async () => {
    await writeFile(path.join(root, "schema/subgraphs/people.graphql"), "type Query { a: Missing }");
    const before = await readFile(path.join(root, contractFiles.supergraph), "utf8");
    expect(await writeContract(root, release)).toMatchObject({ ok: false, errors: [{ slices: ["people"] }] });
    expect(await readFile(path.join(root, contractFiles.supergraph), "utf8")).toBe(before);
  });
});

describe("checking the contract", () => {
  it.each(Object.values(contractFiles).filter((file) => /supergraph|api/.test(file)))(
    "finds that %s was edited",
    async (file) => {
      const text = await readFile(path.join(root, file), "utf8");
      await writeFile(path.join(root, file), text.replace("referrals", "referals"));
      expect(await checkContract(root)).toEqual([
        expect.objectContaining({
          check: "drift",
          coordinate: file,
          message: expect.stringMatching(/line \d+ is out of date/),
        }),
      ]);
    },
  );

  it("finds that a file is missing", async () => {
    await rm(path.join(root, contractFiles.api));
    expect(await checkContract(root)).toEqual([
      expect.objectContaining({ coordinate: contractFiles.api, message: expect.stringContaining("missing") }),
    ]);
  });

  it("finds that a slice prints something else, or prints no more", async () => {
    const [agencies, people, ...rest] = fixtures;
    const printed = [{ name: "agencies", sdl: `${agencies?.sdl ?? ""}\n` }, ...rest];
    expect((await checkContract(root, printed)).map(({ coordinate }) => coordinate)).toEqual([
      "schema/subgraphs/agencies.graphql",
      `schema/subgraphs/${people?.name ?? ""}.graphql`,
    ]);
  });

  it("passes on what does not compose", async () => {
    await writeFile(path.join(root, "schema/subgraphs/people.graphql"), "type Query { a: Missing }");
    expect((await checkContract(root))[0]).toMatchObject({ check: "composition", coordinate: "Query.a" });
  });

  it("counts the composer's warnings as problems", async () => {
    const referrals = fixtures.find(({ name }) => name === "referrals")?.sdl ?? "";
    await writeSubgraphs(root, [
      { name: "referrals", sdl: referrals.replace("type Person", '"Another text."\ntype Person') },
    ]);
    await writeContract(root, release);
    expect(await checkContract(root)).toEqual([
      expect.objectContaining({ check: "composition", coordinate: "INCONSISTENT_DESCRIPTION" }),
    ]);
  });
});
