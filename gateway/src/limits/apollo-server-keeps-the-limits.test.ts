import { ApolloServer } from "@apollo/server";
import { getIntrospectionQuery } from "graphql";
import { defaultLimits, documentLimits, parserLimits } from "./documentLimits";
import { nested } from "./testing/errorsOf";
import { fragmentBomb } from "./testing/fragmentBomb";

const typeDefs = "type Query { a(first: Int): [Query!], leaf: String }";
let executed = 0;
const resolvers = { Query: { leaf: () => void (executed += 1), a: () => [{}] } };

interface Reply {
  readonly status: number | undefined;
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
  readonly data?: unknown;
}

let server: ApolloServer;

beforeAll(async () => {
  const limits = defaultLimits;
  const options = { plugins: [documentLimits(limits)], parseOptions: parserLimits(limits), introspection: true };
  server = new ApolloServer({ typeDefs, resolvers, ...options, includeStacktraceInErrorResponses: false });
  await server.start();
});

afterAll(() => server.stop());

beforeEach(() => {
  executed = 0;
});

async function run(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Reply> {
  const { http, body } = await server.executeOperation({ query, variables });
  return { status: http.status, ...(body.kind === "single" ? (body.singleResult as object) : {}) };
}

test("a query within the limits runs, the first time and again", async () => {
  for (const times of [1, 2]) {
    expect(await run("{ a(first: 3) { leaf } }")).toMatchObject({ data: { a: [{ leaf: null }] } });
    expect(executed).toBe(times);
  }
});

test("introspection runs", async () => {
  expect((await run(getIntrospectionQuery())).errors).toBeUndefined();
});

test.each([
  ["QUERY_TOO_DEEP", nested(21).replace(/a /g, "a(first: 1) ")],
  ["TOO_MANY_ALIASES", `{ a(first: 1) { ${Array.from({ length: 51 }, (_, n) => `n${n}: leaf`).join(" ")} } }`],
  ["TOO_MANY_ROOT_FIELDS", `{ ${"leaf ".repeat(21)} }`],
  ["TOO_MANY_DIRECTIVES", `{ a(first: 1) { ${"leaf @skip(if: true) ".repeat(51)} } }`],
  ["QUERY_TOO_LARGE", "{ a(first: 100) { a(first: 100) { a(first: 2) { leaf } } } }"],
])("%s is a 400 with its own code, limit and number, again and again, and nothing runs", async (code, query) => {
  for (let times = 0; times < 2; times += 1) {
    const { status, errors } = await run(query);
    expect(status).toBe(400);
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code, limit: expect.any(Number), actual: expect.any(Number) },
    ]);
  }
  expect(executed).toBe(0);
});

test("the variables of each request are looked at, though the document is known", async () => {
  const query = "query ($n: Int) { a(first: $n) { a(first: $n) { leaf } } }";
  expect((await run(query, { n: 100 })).errors).toBeUndefined();
  expect((await run(query, { n: 101 })).errors).toMatchObject([
    { extensions: { code: "QUERY_TOO_LARGE", actual: 10_201 } },
  ]);
});

const nestedList = (depth: number): unknown => (depth === 0 ? "a" : [nestedList(depth - 1)]);

test.each([
  ["U+0000 in a text", { n: 1, input: { texts: ["a", "b\u0000"] } }, "`variables.input.texts.1` holds"],
  ["half of a surrogate pair", { input: "\ud83d" }, "`variables.input` holds"],
  ["nesting without end", { input: nestedList(5_000) }, "`variables.input` nests"],
])("%s is refused by its place, and nothing runs", async (_what, variables, place) => {
  const { status, errors } = await run("{ leaf }", variables);
  expect(status).toBe(400);
  expect(errors).toMatchObject([{ message: expect.stringContaining(place), extensions: { code: "BAD_USER_INPUT" } }]);
  expect(executed).toBe(0);
});

test("every whole character may come", async () => {
  expect((await run("{ leaf }", { input: ["\u0001\n", "😀", "ﷺ", "\u202e"] })).errors).toBeUndefined();
});

test("a document of too many tokens is not even parsed", async () => {
  const { status, errors } = await run(`{ ${"leaf ".repeat(4_000)} }`);
  expect(status).toBe(400);
  expect(errors).toMatchObject([
    { extensions: { code: "GRAPHQL_PARSE_FAILED" }, message: expect.stringContaining("4000 tokens") },
  ]);
});

test("a fragment bomb is refused", async () => {
  const bomb = fragmentBomb(60, (spread) => `a(first: 2) { ${spread} ${spread} }`);
  expect((await run(bomb)).errors).toMatchObject([{ extensions: { code: "QUERY_TOO_DEEP", actual: 61 } }]);
});
