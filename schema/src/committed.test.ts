import path from "node:path";
import { checkContract } from "./checkContract";
import { readSubgraphs } from "./contractFiles";

const root = path.join(__dirname, "../..");

describe("the committed contract", () => {
  it("has the four slices", async () => {
    const slices = (await readSubgraphs(root)).map(({ name }) => name);
    expect(slices).toEqual(["agencies", "people", "referrals", "resources"]);
  });

  it("composes, is described and owned, and no generated file was left behind", async () => {
    expect(await checkContract(root)).toEqual([]);
  });
});
