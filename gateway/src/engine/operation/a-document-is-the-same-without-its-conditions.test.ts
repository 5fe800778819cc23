import fc from "fast-check";
import { buildSchema, executeSync, getOperationAST, parse, print, validate, type DocumentNode } from "graphql";

import { conditionVariables, trueConditions } from "./conditions";
import { withoutConditions } from "./withoutConditions";

const schema = buildSchema(`
  type Query { a: Int b: Int node: Node item: Item }
  type Node { a: Int b: Int node: Node }
  interface Item { a: Int }
  type Book implements Item { a: Int b: Int }
`);

const below = { a: 1, b: 2 };
const rootValue = { ...below, node: { ...below, node: below }, item: { ...below, __typename: "Book" } };

const none = { holding: new Set<string>(), deferring: true };

const names = ["x", "y", "z"];
const condition = fc
  .tuple(fc.constantFrom("@skip", "@include"), fc.constantFrom("true", "false", ...names.map((each) => `$${each}`)))
  .map(([directive, value]) => `${directive}(if: ${value})`);
const conditions = fc.option(condition, { nil: "" });

/** Selections on `Node` and `Query` alike, with conditions on fields, inline fragments and spreads. */
const { selections } = fc.letrec<{ selections: string; selection: string }>((tie) => ({
  selections: fc.array(tie("selection"), { minLength: 1, maxLength: 4 }).map((each) => each.join(" ")),
  selection: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fc.tuple(fc.constantFrom("a", "b", "c: a", "__typename"), conditions).map((each) => each.join(" ")),
    fc.tuple(conditions, tie("selections")).map(([when, inner]) => `... ${when} { ${inner} }`),
    fc.tuple(conditions, tie("selections")).map(([when, inner]) => `node ${when} { ${inner} }`),
  ),
}));

const document = fc
  .record({ root: selections, onNode: selections, onItem: conditions, spread: conditions })
  .map(
    ({ root, onNode, onItem, spread }) => `
      query($x: Boolean!, $y: Boolean = true, $z: Boolean = false) {
        ${root} node ${spread} { ...OnNode ${spread} } item { ... on Book ${onItem} { b } __typename }
        shown: a @include(if: $x) hidden: a @skip(if: $y) also: a @skip(if: $z)
      }
      fragment OnNode on Node { ${onNode} }`,
  )
  .map((text) =>
    parse(text.replaceAll("$y: Boolean =", "$y: Boolean! =").replaceAll("$z: Boolean =", "$z: Boolean! =")),
  );

const given = fc.record({ x: fc.boolean(), y: fc.boolean(), z: fc.boolean() }, { requiredKeys: ["x"] }) as fc.Arbitrary<
  Record<string, unknown>
>;

const dataOf = (asked: DocumentNode, variableValues: Record<string, unknown>): unknown => {
  const { data, errors } = executeSync({ schema, document: asked, rootValue, variableValues });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
};

test("it asks what the conditions leave of it, as graphql-js executes them", () => {
  fc.assert(
    fc.property(document, given, (asked, variables) => {
      expect(validate(schema, asked)).toEqual([]);
      const operation = getOperationAST(asked);
      if (!operation) throw new Error("The document has an operation.");
      const holding = trueConditions(conditionVariables(asked, operation), variables);
      const left = withoutConditions(asked, { holding, deferring: false });
      expect(print(left)).not.toMatch(/@(skip|include)/);
      expect(dataOf(left, variables)).toEqual(dataOf(asked, variables));
    }),
  );
});

test("a variable that is not given has the value that the operation gives it", () => {
  const asked = parse("query($x: Boolean! = true, $y: Boolean! = true) { a @skip(if: $x) b @skip(if: $y) }");
  const operation = getOperationAST(asked);
  if (!operation) throw new Error("The document has an operation.");
  expect(trueConditions(conditionVariables(asked, operation), { y: false })).toEqual(new Set(["x"]));
});

test("a name that every object has is no variable that was given", () => {
  const asked = parse("query($constructor: Boolean! = true) { a @skip(if: $constructor) }");
  const operation = getOperationAST(asked);
  if (!operation) throw new Error("The document has an operation.");
  expect(trueConditions(conditionVariables(asked, operation), {})).toEqual(new Set(["constructor"]));
});

test("fragments of which nothing is left go, with what held only them; a field that holds nothing stays", () => {
  const asked = parse(`{ a ... { ...Empty } node { ...Empty } }
    fragment Empty on Node { ... on Node { a @skip(if: true) } }`);
  const { definitions } = withoutConditions(asked, none);
  expect(definitions).toHaveLength(1);
  expect(definitions[0]).toMatchObject({
    selectionSet: {
      selections: [{ name: { value: "a" } }, { name: { value: "node" }, selectionSet: { selections: [] } }],
    },
  });
});

test("what is deferred stays deferred where its condition holds and the client takes parts", () => {
  const asked = parse('query($x: Boolean!) { ... @defer(if: $x, label: "l") { a } ... @defer { b } }');
  expect(print(withoutConditions(asked, { ...none, holding: new Set(["x"]) }))).toContain('@defer(label: "l")');
  expect(print(withoutConditions(asked, none)).match(/@defer/g)).toHaveLength(1);
  expect(print(withoutConditions(asked, { ...none, deferring: false }))).not.toContain("@defer");
});
