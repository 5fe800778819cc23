import type { MergePlan } from "./mergePlan";
import { areas, items, nothing, openMergeDatabase, type MergeSession } from "./__fixtures__/itemMerge";

let database: Awaited<ReturnType<typeof openMergeDatabase>>;
let session: MergeSession;

beforeAll(async () => {
  database = await openMergeDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  session = await database.begin();
});
afterEach(() => session.end());

const merge: MergeSession["merge"] = (plan, ...rows) => session.merge(plan, ...rows);
const select: MergeSession["select"] = (columns) => session.select(columns);

describe("a merge finds parents by their external id", () => {
  const inArea = { column: "area", parentTable: "area", parentKey: "external_id", into: "area_id" };
  const withArea: MergePlan = {
    ...items("name"),
    columns: [...items("name").columns, { name: "area", field: "areaCode", stagedOnly: true }],
    references: [inArea],
  };
  const missing = { field: "areaCode", value: "nowhere", code: "MISSING_PARENT" };

  test("and rejects rows whose parent does not exist", async () => {
    await merge(areas, ["north", "North"], ["south", "South"]);
    const rows = [
      ["a", null, "north"],
      ["b", null, "nowhere"],
      ["c", null, null],
      ["d", null, "south"],
    ];
    const { counts, rejections } = await merge(withArea, ...rows);
    expect(counts).toEqual({ ...nothing, inserted: 3 });
    expect(rejections).toEqual([{ ...missing, line: 3, severity: "rejected", reason: "names no existing area" }]);
    const joined = "external_id, (SELECT name FROM area WHERE area.id = area_id) AS area";
    const expected = [
      ["a", "North"],
      ["c", null],
      ["d", "South"],
    ];
    expect(await select(joined)).toEqual(expected.map(([external_id, area]) => ({ external_id, area })));
    expect((await merge(withArea, ...rows)).counts).toEqual({ ...nothing, unchanged: 3 });
    expect((await merge(withArea, ["a", null, "south"])).counts).toEqual({ ...nothing, updated: 1 });
    expect(await select(joined)).toContainEqual({ external_id: "a", area: "South" });
  });

  test("or keeps them without, with a warning", async () => {
    const { counts, rejections } = await merge({ ...withArea, references: [{ ...inArea, onMissing: "warn" }] }, [
      "a",
      "A",
      "nowhere",
    ]);
    expect(counts).toEqual({ ...nothing, inserted: 1 });
    const reason = "names no existing area; the row is kept without it";
    expect(rejections).toEqual([{ ...missing, line: 2, severity: "warning", reason }]);
    expect(await select("name, area_id")).toEqual([{ name: "A", area_id: null }]);
  });

  test("by several columns, where one does not tell them apart", async () => {
    await merge(areas, ["north", "North"]);
    const references = [{ ...inArea, alsoMatch: [{ column: "name", parentColumn: "name" }] }];
    const { counts, rejections } = await merge(
      { ...withArea, references },
      ["a", "North", "north"],
      ["b", "South", "north"],
    );
    expect(counts).toEqual({ ...nothing, inserted: 1 });
    expect(rejections.map(({ line }) => line)).toEqual([3]);
  });

  const tree: MergePlan = {
    ...items("name"),
    columns: [...items("name").columns, { name: "parent", stagedOnly: true }],
    references: [{ column: "parent", parentTable: "item", parentKey: "external_id", into: "parent_id" }],
  };

  test("also in the same file, before or after their children, and rejects what hangs on a rejected row", async () => {
    const rows = [
      ["a", "A", "b"],
      ["b", "B", null],
      ["c", "C", "d"],
      ["d", "D", "e"],
      ["e", "E", "nowhere"],
      ["b", "again", null],
      ["f", "F", "f"],
    ];
    const { counts, rejections } = await merge(tree, ...rows);
    expect(counts).toEqual({ ...nothing, inserted: 3 });
    expect(rejections.map(({ line, code, value }) => [line, code, value])).toEqual([
      [4, "MISSING_PARENT", "d"],
      [5, "MISSING_PARENT", "e"],
      [6, "MISSING_PARENT", "nowhere"],
      [7, "DUPLICATE_KEY", "b"],
    ]);
    const parents = "external_id, (SELECT p.external_id FROM item p WHERE p.id = item.parent_id) AS parent";
    const expected = [
      ["a", "b"],
      ["b", null],
      ["f", "f"],
    ];
    expect(await select(parents)).toEqual(expected.map(([external_id, parent]) => ({ external_id, parent })));
    expect((await merge(tree, ...rows)).counts).toEqual({ ...nothing, unchanged: 3 });
    expect((await merge(tree, ["g", "G", "a"])).counts).toEqual({ ...nothing, inserted: 1 });
  });
});
