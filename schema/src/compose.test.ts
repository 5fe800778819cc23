import { apiSdl } from "./apiSchema";
import { compose } from "./compose";
import type { SubgraphSdl } from "./compose";
import { fixtureSupergraph, fixtures } from "./__fixtures__/fixtures";

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@extends", "@external", "@requires"])\n`;

function slice(name: string, sdl: string): SubgraphSdl {
  return { name, sdl: link + sdl };
}

function problems(...subgraphs: readonly SubgraphSdl[]) {
  const result = compose(subgraphs);
  if (result.ok) throw new Error("Expected the composition to fail, but got a supergraph.");
  return result.errors;
}

describe("composing the slices", () => {
  it("gives the same text whatever the order of the slices", () => {
    expect(compose([...fixtures].reverse())).toEqual(compose(fixtures));
  });

  it("gives no hint for slices that follow the conventions", () => {
    expect(compose(fixtures)).toMatchObject({ ok: true, hints: [] });
  });

  it("carries the address of each slice", () => {
    const placed = compose(fixtures.map((subgraph) => ({ ...subgraph, url: `http://127.0.0.1/${subgraph.name}` })));
    expect(placed.ok && placed.supergraphSdl).toContain('@join__graph(name: "people", url: "http://127.0.0.1/people")');
    expect(fixtureSupergraph).toContain('@join__graph(name: "people", url: "http://people/graphql")');
  });

  it("remarks on two descriptions of one type", () => {
    const result = compose([
      slice("a", `type Query { a: T } """One.""" type T @key(fields: "id") { id: ID! }`),
      slice("b", `"""Two.""" type T @extends @key(fields: "id") { id: ID! b: Int }`),
    ]);
    expect(result).toMatchObject({ hints: [{ code: "INCONSISTENT_DESCRIPTION", level: "WARN" }] });
  });
});

describe("a composition that fails", () => {
  it("names slice and line of a text that does not parse", () => {
    expect(problems({ name: "people", sdl: "type Query {\n  a: }" })).toEqual([
      expect.objectContaining({
        slices: ["people"],
        code: "INVALID_SDL",
        message: expect.stringContaining("(line 2)"),
      }),
    ]);
  });

  it("names both slices and the field that they type differently", () => {
    const errors = problems(
      slice("a", `type Query { a: T } type T @key(fields: "id") { id: ID! x: Int }`),
      slice("b", `type T @extends @key(fields: "id") { id: ID! x: String @external y: Int @requires(fields: "x") }`),
    );
    expect(errors).toMatchObject([{ slices: ["a", "b"], code: "EXTERNAL_TYPE_MISMATCH", coordinates: ["T.x"] }]);
    expect(errors[0]?.explanation).toContain("exactly the owner's type");
  });

  it("finds the field by its place where the message names none", () => {
    expect(problems(slice("a", `type Query { a: Missing }`))).toMatchObject([
      { slices: ["a"], code: "INVALID_GRAPHQL", coordinates: ["Query.a"] },
    ]);
  });

  it("names the field that no path of keys reaches", () => {
    const errors = problems(slice("a", `type Query { a: T } type T { x: Int }`), slice("b", `type T { y: Int }`));
    expect(errors.find(({ code }) => code === "SATISFIABILITY_ERROR")).toMatchObject({
      slices: ["a", "b"],
      coordinates: ["T.y"],
    });
  });

  it("names a type whose owner is gone", () => {
    expect(
      problems(
        slice("a", `type Query { a: Int }`),
        slice("b", `type T @extends @key(fields: "id") { id: ID! b: Int }`),
      ),
    ).toMatchObject([{ slices: ["b"], code: "EXTENSION_WITH_NO_BASE", coordinates: ["T"] }]);
  });
});

describe("the schema that clients see", () => {
  const sdl = apiSdl(fixtureSupergraph);

  it("leaves out what is inaccessible, and the machinery", () => {
    expect(sdl).not.toMatch(/recordId|reasonCodes|callId|join__|link__|@inaccessible|_entities/);
  });

  it("keeps what slices add to each other's types, with descriptions", () => {
    expect(sdl).toMatch(/type Person \{[^}]*Calls on which the person[^}]*calls\(/);
  });
});
