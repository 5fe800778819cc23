import type { MergePlan } from "./mergePlan";
import { items, nothing, openMergeDatabase, ranked, type MergeSession } from "./__fixtures__/itemMerge";

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

describe("a merge inserts what is new, updates what differs, and leaves the rest alone", () => {
  test("and says exactly how many of each", async () => {
    const plan = { ...items("name"), onUpdate: { changes: "target.changes + 1" } };
    expect((await merge(plan, ["a", "A"], ["b", "B"], ["c", null])).counts).toEqual({ ...nothing, inserted: 3 });
    const before = await select("id, ctid, xmax");
    expect((await merge(plan, ["a", "A"], ["b", "B"], ["c", null])).counts).toEqual({ ...nothing, unchanged: 3 });
    // Neither rewritten nor locked: the row's version, and who last locked it, are the same.
    expect(await select("id, ctid, xmax")).toEqual(before);
    expect((await merge(plan, ["a", "A"], ["b", null], ["d", "D"])).counts).toEqual({
      inserted: 1,
      updated: 1,
      unchanged: 1,
    });
    expect(await select("external_id, name, changes")).toEqual([
      { external_id: "a", name: "A", changes: 0 },
      { external_id: "b", name: null, changes: 1 },
      { external_id: "c", name: null, changes: 0 },
      { external_id: "d", name: "D", changes: 0 },
    ]);
    expect(await select("id")).toEqual(
      expect.arrayContaining(before.map((row) => ({ id: (row as { id: string }).id }))),
    );
  });

  test("where values are rounded or ordered by their type, too", async () => {
    const plan: MergePlan = items("price", "details", "on_day", "tags");
    const columns = plan.columns.map((column) =>
      column.name === "details" ? { ...column, json: true as const } : column,
    );
    const rows = [
      ["a", "1.005", { b: [1, null], a: 'x\\"\ty' }, "2024-02-29", ["x y", 'a"b\\', null, ""]],
      ["b", 2, "text", new Date("2024-03-01T00:00:00Z"), []],
    ];
    expect((await merge({ ...plan, columns }, ...rows)).counts).toEqual({ ...nothing, inserted: 2 });
    expect((await merge({ ...plan, columns }, ...rows)).counts).toEqual({ ...nothing, unchanged: 2 });
    expect(await select("price::text, details, on_day::text, tags")).toEqual([
      {
        price: "1.01",
        details: { b: [1, null], a: 'x\\"\ty' },
        on_day: "2024-02-29",
        tags: ["x y", 'a"b\\', null, ""],
      },
      { price: "2.00", details: "text", on_day: "2024-03-01", tags: [] },
    ]);
  });

  test("where nothing but the key is given", async () => {
    expect((await merge(items(), ["a"])).counts).toEqual({ ...nothing, inserted: 1 });
    expect((await merge(items(), ["a"], ["b"])).counts).toEqual({ inserted: 1, updated: 0, unchanged: 1 });
  });

  test("where there is no row", async () => {
    expect(await merge(items("name"))).toEqual({ counts: nothing, rejections: [] });
  });
});

describe("a merge stores a text as it is", () => {
  test("whatever COPY would make of it", async () => {
    const texts = ["\\N", "\\.", "", "\t", "a\nb\r\nc", "\\t", "back\\slash", "é😀\u0001", "NULL", '"', " padded "];
    await merge(items("name"), ...texts.map((text, index) => [String(index).padStart(2, "0"), text]));
    expect(await select("name")).toEqual(texts.map((name) => ({ name })));
  });
});

describe("a merge rejects what its table would not take", () => {
  const rejected = (line: number, what: { field: string; value: string | null; code: string; reason: string }) => ({
    line,
    severity: "rejected",
    ...what,
  });

  test("a value that is not of the column's type, with the first such field of the row", async () => {
    const { counts, rejections } = await merge(
      items("size", "code", "on_day"),
      ["a", "1", "x", "2024-02-29"],
      ["b", "two", "x", "2023-02-29"],
      ["c", "3", "longer than eight", null],
      ["d", "4", "x", "2023-02-29"],
    );
    expect(counts).toEqual({ ...nothing, inserted: 1 });
    expect(rejections).toEqual([
      rejected(3, {
        field: "size",
        value: "two",
        code: "INVALID_VALUE",
        reason: 'is not a valid integer: invalid input syntax for type integer: "two"',
      }),
      rejected(4, {
        field: "code",
        value: "longer than eight",
        code: "INVALID_VALUE",
        reason: "is not a valid character varying(8): value too long for type character varying(8)",
      }),
      rejected(5, {
        field: "on_day",
        value: "2023-02-29",
        code: "INVALID_VALUE",
        reason: 'is not a valid date: date/time field value out of range: "2023-02-29"',
      }),
    ]);
  });

  test("a value that is missing, or holds what no text can", async () => {
    const plan = items("name", "size");
    const columns = [
      { name: "id" },
      { name: "external_id", field: "ID" },
      { name: "name", required: true as const },
      { name: "size" },
    ];
    const { counts, rejections } = await merge(
      { ...plan, columns },
      [null, "A", 1],
      ["b", undefined, 2],
      ["c", "a\0", 3],
      ["d", "D", null],
    );
    expect(counts).toEqual({ ...nothing, inserted: 1 });
    const reason = "has no value, and must have one";
    expect(rejections).toEqual([
      rejected(2, { field: "ID", value: null, code: "MISSING_VALUE", reason }),
      rejected(3, { field: "name", value: null, code: "MISSING_VALUE", reason }),
      rejected(4, { field: "name", value: "a\0", code: "NUL_BYTE", reason: "holds a NUL byte" }),
    ]);
  });

  test("every row after the first with one key, where keys are compared as the column's type does", async () => {
    const { counts, rejections } = await merge(ranked, ["a", "1"], ["b", "2"], ["c", "01"], ["d", " 1 "]);
    expect(counts).toEqual({ ...nothing, inserted: 2 });
    const reason = "is the key of line 2 already";
    expect(rejections).toEqual([
      rejected(4, { field: "rank", value: "1", code: "DUPLICATE_KEY", reason }),
      rejected(5, { field: "rank", value: "1", code: "DUPLICATE_KEY", reason }),
    ]);
  });

  test("but lets a later row with the key in where the first one was rejected", async () => {
    const { counts, rejections } = await merge(items("size"), ["a", "one"], ["a", "1"], ["a", "2"]);
    expect(counts).toEqual({ ...nothing, inserted: 1 });
    expect(rejections.map(({ line, code }) => [line, code])).toEqual([
      [2, "INVALID_VALUE"],
      [4, "DUPLICATE_KEY"],
    ]);
    expect(await select("size")).toEqual([{ size: 1 }]);
  });

  test("thousands of rows, in the order of the file", async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => [
      String(index),
      index % 2 === 0 ? "x" : String(index % 1_000),
    ]);
    const { counts, rejections } = await merge(items("size"), ...rows);
    expect(counts).toEqual({ ...nothing, inserted: 1_250 });
    expect(rejections.map(({ line }) => line)).toEqual(Array.from({ length: 1_250 }, (_, index) => index * 2 + 2));
  });
});

describe("a merge that is described wrongly says so", () => {
  test("a column that the table has not", async () => {
    await expect(merge(items("nmae"), ["a", "A"])).rejects.toThrow('"public"."item", but it has no column nmae');
  });

  test("a value that no column can hold", async () => {
    await expect(merge(items("name"), ["a", Symbol("x")])).rejects.toThrow("the column name is text, number");
  });
});
