import { getOperationAST, parse } from "graphql";

import { Engine } from "./engine";
import { supergraphOf } from "./testing/supergraphOf";

/** A node that the first slice gives and of which the second, which knows the field, resolves nothing. */
const supergraphSdl = supergraphOf({
  first: 'interface Node @key(fields: "id") { id: ID! } type Query { lost: Node }',
  second:
    'type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID! size: Int } type Query { found: Node }',
});

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.start({
    supergraphSdl,
    send: () => Promise.resolve({ data: { found: { __typename: "Node", id: "1" } } }),
    tellsMissing: false,
  });
});
afterAll(async () => await engine.close());

async function answer(query: string): Promise<unknown> {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("The document has no operation.");
  const { json, errors } = await engine.execute({ key: query, document, operation, variables: {}, context: null });
  return { ...(JSON.parse(json.toString()) as object), errors: errors.map(({ path }) => path) };
}

test("where nothing else was asked there is no data", async () => {
  expect(await answer("{ lost { size } }")).toEqual({ data: null, errors: [["lost"]] });
});

test("beside fields that can be asked for it is null, by the client's name for it", async () => {
  expect(await answer("{ mine: lost { size } found { id } }")).toEqual({
    data: { mine: null, found: { id: "1" } },
    errors: [["mine"]],
  });
  expect(await answer("{ lost { size } __typename }")).toEqual({
    data: { lost: null, __typename: "Query" },
    errors: [["lost"]],
  });
});
