import { parse } from "graphql";

import { at, entitiesOf, parallel, planOf, productsFetch, sequence } from "../testing/planOf";
import type { GroupRequest } from "./requestText";
import type { PlanNode } from "../plan/queryPlan";

function lastRequest(...nodes: PlanNode[]): GroupRequest {
  const request = planOf(sequence(productsFetch, parallel(...nodes))).groups.at(-1)?.request;
  if (!request) throw new Error("The plan has no fetch.");
  return request;
}

test("one fetch is asked in the planner's own words", () => {
  const { parts, together } = lastRequest(at("products.@", entitiesOf("stock", "left")));
  expect(together).toBeNull();
  expect(parts.map(({ alone }) => alone)).toEqual([
    {
      query: "query($representations:[_Any!]!){_entities(representations:$representations){...on Product{left}}}",
      start:
        '{"query":"query($representations:[_Any!]!){_entities(representations:$representations){...on Product{left}}}","variables":{',
    },
  ]);
});

test("fetches that ask different things are fields of one request, each with its own entities", () => {
  const { parts, together } = lastRequest(
    at("products.@", entitiesOf("stock", "left")),
    at("best", entitiesOf("stock", "size")),
  );
  expect(parts.map(({ alias }) => alias)).toEqual(["_0", "_1"]);
  expect(together?.query).toBe(
    "query($_0:[_Any!]!,$_1:[_Any!]!){_0:_entities(representations:$_0){...on Product{left}}_1:_entities(representations:$_1){...on Product{size}}}",
  );
});

test("fetches that ask the same values share one list of entities", () => {
  const { parts, together } = lastRequest(
    at("products.@", entitiesOf("stock", "left")),
    at("best", entitiesOf("stock", "left")),
  );
  expect(parts.map(({ members }) => members.length)).toEqual([2]);
  expect(together).toBeNull();
});

test("the numbers in the names that the planner gives its operations tell nothing apart", () => {
  const named = (operationName: string) => {
    const node = entitiesOf("stock", "left");
    return { ...node, operationName, operation: node.operation.replace("query", `query ${operationName}`) };
  };
  const { parts } = lastRequest(at("products.@", named("Q__stock__1")), at("best", named("Q__stock__2")));
  expect(parts.map(({ members }) => members.length)).toEqual([2]);
  expect(parts[0]?.alone.query).toMatch(/^query Q__stock__1\(/);
});

test("fetches that are answered with objects share none, for what comes later may differ for each place", () => {
  const { parts } = lastRequest(
    at("products.@", entitiesOf("stock", "maker{name}")),
    at("best", entitiesOf("stock", "maker{name}")),
  );
  expect(parts.map(({ members }) => members.length)).toEqual([1, 1]);
});

test("a variable of the client that several fetches use is declared once", () => {
  const asking = (field: string) => ({
    ...entitiesOf("stock", ""),
    variableUsages: ["in"],
    operation: `query($representations:[_Any!]!,$in:String){_entities(representations:$representations){...on Product{${field}(in:$in)}}}`,
  });
  const { together, variables } = lastRequest(at("products.@", asking("left")), at("best", asking("size")));
  expect(variables).toEqual(["in"]);
  expect(together?.query.match(/\$in:String/g)).toHaveLength(1);
  expect(() => parse(together?.query ?? "")).not.toThrow();
});
