import { playSideBySide } from "./playSideBySide";

const story = (log: string[], name: string, acts: number) =>
  Array.from({ length: acts }, (_, number) => async () => {
    await Promise.resolve();
    log.push(`${name}${String(number)}`);
  });

describe("stories side by side", () => {
  it("are all played, each in its own order, and every act is told", async () => {
    const log: string[] = [];
    let done = 0;
    await playSideBySide([story(log, "a", 3), story(log, "b", 2), story(log, "c", 1)], 2, () => (done += 1));
    expect(log.toSorted()).toEqual(["a0", "a1", "a2", "b0", "b1", "c0"]);
    expect(log.filter((act) => act.startsWith("a"))).toEqual(["a0", "a1", "a2"]);
    expect(done).toBe(6);
  });

  it("stop at a failure, once those under way have come to their end", async () => {
    const log: string[] = [];
    const failing = [() => Promise.reject(new Error("no"))];
    await expect(playSideBySide([failing, story(log, "a", 3), story(log, "b", 3)], 2, () => undefined)).rejects.toThrow(
      "no",
    );
    expect(log).toEqual(["a0", "a1", "a2"]);
  });
});
