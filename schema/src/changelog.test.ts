import { checkChangelog, schemaHash, updateChangelog } from "./changelog";
import { schemaChanges } from "./changes";

const first = `type Query { "A." a: Int "B." b(x: Int): Int }`;
const second = `type Query { "A." a: Int! "C." c: T } "T." type T { "D." d: E } "E." enum E { "F." F }`;
const third = `type Query { "A." a: Int! "C." c: T } "T." type T { "D." d: E "G." g: Int } "E." enum E { "F." F "H." H }`;

describe("what changed for clients", () => {
  it("puts what breaks them first, and says additions once", () => {
    expect(schemaChanges(first, second).map(({ level, message }) => `${level}: ${message}`)).toEqual([
      "breaking: Query.b was removed.",
      "safe: E was added.",
      "safe: Query.c was added.",
      "safe: T was added.",
    ]);
  });

  it("calls a new enum value dangerous", () => {
    expect(schemaChanges(second, third).map(({ level, message }) => `${level}: ${message}`)).toEqual([
      "dangerous: H was added to enum type E.",
      "safe: E.H was added.",
      "safe: T.g was added.",
    ]);
  });

  it("finds none between a schema and itself", () => {
    expect(schemaChanges(third, third)).toEqual([]);
  });
});

describe("the changelog", () => {
  const founded = updateChangelog({ changelog: "", previousSdl: undefined, nextSdl: first, date: "2026-01-01" });
  const changed = updateChangelog({ changelog: founded, previousSdl: first, nextSdl: second, date: "2026-02-01" });

  it("begins with the first contract", () => {
    expect(founded).toContain(`## 2026-01-01 · ${schemaHash(first)}\n\n- The first contract.\n`);
  });

  it("puts the newest entry on top and ends it at the schema's hash", () => {
    expect(changed.indexOf(`## 2026-02-01 · ${schemaHash(second)}`)).toBeLessThan(changed.indexOf("## 2026-01-01"));
    expect(checkChangelog(changed, second)).toEqual([]);
  });

  it("is the same when written twice", () => {
    expect(updateChangelog({ changelog: changed, previousSdl: first, nextSdl: second, date: "2026-02-01" })).toBe(
      changed,
    );
    expect(updateChangelog({ changelog: changed, previousSdl: second, nextSdl: second, date: "2026-03-01" })).toBe(
      changed,
    );
  });

  it("replaces an entry that was never committed", () => {
    const again = updateChangelog({ changelog: changed, previousSdl: first, nextSdl: third, date: "2026-02-02" });
    expect(again).not.toContain(schemaHash(second));
    expect(again).toContain(schemaHash(first));
    expect(checkChangelog(again, third)).toEqual([]);
  });

  it("is found out when the schema has moved on", () => {
    expect(checkChangelog(changed, third)).toEqual([
      expect.objectContaining({ coordinate: "CHANGELOG.md", message: expect.stringContaining(schemaHash(third)) }),
    ]);
    expect(checkChangelog("", third)).toHaveLength(1);
  });

  it("is found out when it lists what is not there", () => {
    const wrong = changed.replace("- safe: T was added.", "- safe: Zebra was added.");
    expect(checkChangelog(wrong, second)).toEqual([expect.objectContaining({ coordinate: "Zebra" })]);
  });
});
