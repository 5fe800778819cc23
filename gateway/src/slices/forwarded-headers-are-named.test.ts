import { forwardedHeaders, forwardedNames } from "./forwardedHeaders";

test("names are read in small letters, each once", () => {
  expect(forwardedNames.parse(" Authorization, x-tenant,,AUTHORIZATION ")).toEqual(["authorization", "x-tenant"]);
  expect(forwardedNames.parse("")).toEqual([]);
});

test.each([
  ...[
    "cookie",
    "Set-Cookie",
    "host",
    "connection",
    "transfer-encoding",
    "content-length",
    "content-type",
    "traceparent",
  ],
  ...["x-corespond-viewer", "X-Corespond-Proof", "x-corespond-anything", "x-request-id"],
  ...["two words", "line\r\nbreak", "colon:", "café"],
])("%j is never forwarded", (name) => {
  const { error } = forwardedNames.safeParse(`authorization,${name}`);
  expect(error?.issues[0]?.message).toContain(name.toLowerCase());
});

test("what the client did not send is not made up", () => {
  const names = ["authorization", "x-tenant", "x-many"];
  const sent = { "x-tenant": "", "x-many": ["one", "two"], "x-other": "kept" };
  expect(forwardedHeaders(sent, names)).toEqual(["x-tenant", "", "x-many", "one, two"]);
});
