import { buildSchema } from "graphql";

import { answerOf, shapeOf } from "../testing/answerOf";

const schema = buildSchema("type Query { node: Node } type Node { name: String must: String! nodes: [Node] }");
const levels = 5;
const query = `{ node { ${"nodes { name must ".repeat(levels)}${"}".repeat(levels)} } }`;

/** Few objects, each of them at so many places of the one above it. */
const shared = (items: number, must: string | null): object => {
  let node: object = { name: "leaf", must, nodes: null };
  for (let level = 0; level < levels; level += 1) {
    const below = node;
    node = { name: `node ${level}`, must: "is", nodes: Array.from({ length: items }, () => below) };
  }
  return node;
};
const positions = Array.from({ length: levels }, (_, level) => `node${".nodes.@".repeat(level + 1)}`);
const tooLarge = "The answer is too large. Ask for less at once.";

test.each([
  ["copied", "is"],
  ["walked, for each lacks a part", null],
])("few objects at very many places are refused: %s", (_how, must) => {
  expect(() => answerOf(shapeOf(schema, query, positions), { node: shared(200, must) })).toThrow(tooLarge);
  expect(() => answerOf(shapeOf(schema, query), { node: shared(200, must) })).toThrow(tooLarge);
});

test("what was refused leaves nothing to the next answer", () => {
  const { data } = answerOf(shapeOf(schema, query, positions), { node: shared(1, "is") });
  expect(JSON.stringify(data).match(/"must":"is"/g)).toHaveLength(levels);
});

test("a text that no answer has room for is refused", () => {
  const node = { nodes: [{ name: "x".repeat(70 * 2 ** 20), must: "is" }] };
  expect(() => answerOf(shapeOf(schema, "{ node { nodes { name } } }"), { node })).toThrow(tooLarge);
});
