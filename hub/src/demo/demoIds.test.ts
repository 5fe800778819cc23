import { isUuid } from "@corespond/kit";

import { demoId } from "./demoIds";

describe("ids of the demonstration", () => {
  const names = Array.from({ length: 500 }, (_, number) => number);

  it("are UUIDs of version 7 of 2019", () => {
    for (const name of names) {
      const id = demoId("thing", name);
      expect(isUuid(id)).toBe(true);
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
      expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(Date.UTC(2019, 0, 1));
    }
  });

  it("are the same in every installation", () => {
    expect(demoId("agency", "brooklynPark")).toBe("016806b5-bc00-7893-8341-fe37ecb3a1e2");
  });

  it("differ by kind and by name", () => {
    const ids = ["agency", "staff"].flatMap((kind) => names.map((name) => demoId(kind, name)));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
