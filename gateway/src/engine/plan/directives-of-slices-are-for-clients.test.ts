import { getOperationAST, parse, validate } from "graphql";

import { Engine } from "../engine";
import { supergraphOf } from "../testing/supergraphOf";

const composed = (directive: string, use = ""): string =>
  supergraphOf({
    one: `extend schema @link(url: "https://specs.example/marks/v1.0", import: [{ name: "@mark", as: "@marked" }])
      @composeDirective(name: "@marked")
      directive @marked(level: Int! = 1) ${directive}
      type Query { a: String ${use} }`,
    two: "type Query { b: String }",
  });

async function ask(
  sdl: string,
  query: string,
): Promise<{ readonly wrong: readonly string[]; readonly asked: string[] }> {
  const asked: string[] = [];
  const send = ({ query: text }: { readonly query: string }) => {
    asked.push(text);
    return Promise.resolve({ data: { a: "A", b: "B" } });
  };
  const engine = await Engine.start({ supergraphSdl: sdl, send });
  try {
    const document = parse(query);
    const wrong = validate(engine.schema, document).map(({ message }) => message);
    const operation = getOperationAST(document);
    if (wrong.length === 0 && operation)
      await engine.execute({ key: query, document, operation, variables: {}, context: {} });
    return { wrong, asked };
  } finally {
    await engine.close();
  }
}

test("a directive for operations is for clients, and slices are sent it", async () => {
  const { wrong, asked } = await ask(composed("on FIELD"), "{ a @marked(level: 2) b }");
  expect(wrong).toEqual([]);
  expect(asked).toContain("{a@marked(level:2)}");
});

test("it has every argument, whatever default a slice knows", async () => {
  const { asked } = await ask(composed("on FIELD"), "{ a @marked }");
  expect(asked).toEqual(["{a@marked(level:1)}"]);
});

test("one that marks the schema is not", async () => {
  const { wrong, asked } = await ask(composed("on FIELD_DEFINITION", "@marked"), "{ a @marked b }");
  expect(wrong).toEqual(['Unknown directive "@marked".']);
  expect(asked).toEqual([]);
});
