import fc from "fast-check";
import { buildSchema, executeSync, parse, type GraphQLFieldResolver } from "graphql";

import { answerOf, shapeOf } from "../testing/answerOf";

type Resolver = GraphQLFieldResolver<Readonly<Record<string, unknown>>, unknown>;

/** Types of one field in every way in which null may be allowed or not. */
const wraps = ["", "!", "[]", "[]!", "[!]", "[!]!", "[[!]]", "[[!]!]!"];
const wrapped = (name: string, wrap: string): string =>
  wrap === "" || wrap === "!" ? `${name}${wrap}` : wrap.replace(/^(\[+)/, `$1${name}`);

const fields = wraps.flatMap((wrap, index) => [
  `value${index}: ${wrapped("Int", wrap)}`,
  `node${index}: ${wrapped("Node", wrap)}`,
]);
const schema = buildSchema(`type Query { top: Node list: [Node] } type Node { ${fields.join(" ")} }`);

const listed = (wrap: string, item: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => {
  const depth = wrap.split("[").length - 1;
  let value: fc.Arbitrary<unknown> = fc.option(item, { freq: 3 });
  for (let level = 0; level < depth; level += 1) value = fc.option(fc.array(value, { maxLength: 3 }), { freq: 4 });
  return value;
};

/** Nodes of which some fields are missing, null or of another type; `below` are their nodes. */
const nodesOver = (below: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.record(
    Object.fromEntries(
      wraps.flatMap((wrap, index) => [
        [`value${index}`, listed(wrap, fc.oneof({ weight: 9, arbitrary: fc.nat(20) }, fc.constant("no number")))],
        [`node${index}`, listed(wrap, below)],
      ]),
    ),
    { requiredKeys: [] },
  );
const node = nodesOver(nodesOver(fc.record({ value0: fc.option(fc.nat(9)), value1: fc.option(fc.nat(9)) })));

const leaf = "value0 value2";
const query = `{ top { ${wraps.map((_, index) => `value${index}`).join(" ")}
  node0 { ${leaf} value1 node1 { ${leaf} } } node3 { value4 node5 { ${leaf} value5 } } node4 { ${leaf} } node6 { value0 } node7 { value1 }
} list { value4 node1 { value1 } } }`;

/** What is given, as a gateway reads a slice's answer: a number is an Int, and nothing is turned into one. */
const given: Resolver = (...[source, , , { fieldName, returnType }]) => {
  const value = source[fieldName];
  if (!String(returnType).includes("Int")) return value;
  const strict = (each: unknown): unknown =>
    Array.isArray(each) ? each.map(strict) : typeof each === "string" ? Number.NaN : each;
  return strict(value);
};

const places = (errors: readonly { readonly path?: readonly (string | number)[] | undefined }[]): readonly string[] =>
  errors.map(({ path }) => (path ?? []).join(".")).sort();

test("null goes as far as graphql-js takes it, in any mixture of nulls, holes and values of other types", () => {
  const shape = shapeOf(schema, query);
  const document = parse(query);
  fc.assert(
    fc.property(fc.record({ top: node, list: fc.array(fc.option(node), { maxLength: 3 }) }), (rootValue) => {
      const expected = executeSync({
        schema,
        document,
        rootValue,
        fieldResolver: given as GraphQLFieldResolver<unknown, unknown>,
      });
      const { data, wrong, missing } = answerOf(shape, rootValue);
      expect(data).toEqual(JSON.parse(JSON.stringify(expected.data)));
      const told = places([...wrong, ...missing]);
      const allowed = places(expected.errors ?? []);
      expect(told.filter((each) => !allowed.includes(each))).toEqual([]);
      expect(told.length > 0).toBe(allowed.length > 0);
    }),
  );
});

test("a root field that may not be null takes the whole answer with it", () => {
  const strict = buildSchema("type Query { a: Int! b: Int }");
  expect(answerOf(shapeOf(strict, "{ b a }"), { b: 1 })).toMatchObject({ data: null, missing: [{ path: ["a"] }] });
});
