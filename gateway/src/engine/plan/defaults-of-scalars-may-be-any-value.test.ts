import { supergraphOf } from "../testing/supergraphOf";
import { startPlanner } from "./planner";

test("a scalar's default may be a list or an object", async () => {
  const sdl = supergraphOf({
    only: `scalar JSON enum Way { UP } type Query { "How." find(by: JSON = [1, "x"], in: In, way: Way = UP): JSON @deprecated(reason: "Old.") }
      input In { among: JSON = { all: [true] } } type Mutation { add: Int }`,
  });
  const { apiSdl, close } = await startPlanner(sdl);
  expect(apiSdl).toContain('by: JSON = [1, "x"]');
  expect(apiSdl).toContain("among: JSON = {all: [true]}");
  expect(apiSdl).toMatch(/"""How."""|"How."/);
  expect(apiSdl).toContain('@deprecated(reason: "Old.")');
  await close();
});
