import { startForeignSlice, type ForeignSlice } from "./testing/foreignSlice";
import { composedOf } from "./testing/shop";
import { ask, startTestGateway, type TestGateway } from "./testing/startTestGateway";

/** Written out, these are more selections than any machine has room for. */
const levels = 40;
const spreads = Array.from({ length: levels }, (_, level) => level);

let slice: ForeignSlice;
let gateway: TestGateway;

beforeAll(async () => {
  const tree = { count: 1, counts: [1, 2], tree: null };
  slice = await startForeignSlice({
    name: "tree",
    sdl: "type Query { tree: Tree } type Tree { count: Int counts: [Int] tree: Tree }",
    resolvers: { Query: { tree: () => ({ ...tree, tree }) } },
  });
  gateway = await startTestGateway(composedOf([slice]));
});
afterAll(async () => {
  await gateway.stop();
  await slice.stop();
});

const doubling = (last: string): string =>
  `{ tree { ...F0 } } ${spreads.map((level) => `fragment F${level} on Tree { ...F${level + 1} ...F${level + 1} }`).join(" ")}
   fragment F${levels} on Tree { ${last} }`;

test("their fields are answered once", async () => {
  expect(await ask(gateway.url, doubling("count counts"))).toEqual({ data: { tree: { count: 1, counts: [1, 2] } } });
});

test("what they defer is answered with the rest", async () => {
  const query = doubling("... @defer { count }");
  const accept = "multipart/mixed;deferSpec=20220824,application/json;q=0.9";
  expect(await ask(gateway.url, query, { accept })).toEqual({ data: { tree: { count: 1 } } });
});

test("where conditions leave nothing of the last, nothing is left of any", async () => {
  const chain = Array.from({ length: 1_000 }, (_, level) => `fragment F${level} on Tree { ...F${level + 1} }`);
  const query = `{ tree { count ...F0 } } ${chain.join(" ")} fragment F1000 on Tree { count @skip(if: true) }`;
  expect(await ask(gateway.url, query)).toEqual({ data: { tree: { count: 1 } } });
});
