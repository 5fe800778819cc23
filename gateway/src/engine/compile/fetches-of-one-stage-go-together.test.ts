import { OperationTypeNode } from "graphql";

import { at, entitiesOf, fetchOf, parallel, planOf, productsFetch, sequence } from "../testing/planOf";
import type { CompiledPlan } from "./compiledPlan";

/** The fetches of each group by their place in the plan. */
const groupsOf = ({ groups }: CompiledPlan) => groups.map(({ members }) => members.map(({ id }) => id));

test("entities of one slice at one stage go together, those of another slice do not", () => {
  const plan = planOf(
    sequence(
      productsFetch,
      parallel(
        at("products.@", entitiesOf("stock", "left")),
        at("best", entitiesOf("stock", "size")),
        at("products.@", entitiesOf("reviews", "stars")),
      ),
    ),
  );
  expect(groupsOf(plan)).toEqual([[0], [1, 2], [3]]);
});

test("a fetch waits for the one before it in its sequence, and not for others of that stage", () => {
  const plan = planOf(
    sequence(
      productsFetch,
      parallel(
        sequence(at("products.@", entitiesOf("stock", "left")), at("products.@", entitiesOf("prices", "price"))),
        at("products.@", entitiesOf("reviews", "stars")),
      ),
    ),
  );
  expect(plan.fetches.map(({ after }) => after)).toEqual([[], [0], [1], [0]]);
  expect(plan.dependents.map((each) => each.map(({ id }) => id))).toEqual([[1, 3], [2], [], []]);
});

test("what nothing waits for goes with a later stage's request to its slice", () => {
  const plan = planOf(
    sequence(
      productsFetch,
      parallel(
        at("products.@", entitiesOf("stock", "left")),
        sequence(at("products.@", entitiesOf("prices", "price")), at("products.@", entitiesOf("stock", "size"))),
      ),
    ),
  );
  expect(groupsOf(plan)).toEqual([[0], [1, 3], [2]]);
});

test("what something waits for is not put off", () => {
  const plan = planOf(
    sequence(
      productsFetch,
      parallel(
        sequence(at("products.@", entitiesOf("stock", "left")), at("products.@", entitiesOf("reviews", "stars"))),
        sequence(at("products.@", entitiesOf("prices", "price")), at("products.@", entitiesOf("stock", "size"))),
      ),
    ),
  );
  expect(groupsOf(plan)).toEqual([[0], [1], [2], [3], [4]]);
});

test("what is asked below a field of a mutation is asked before the next one runs", () => {
  const change = fetchOf("shop", "mutation{add{__typename upc}}", { operationKind: OperationTypeNode.MUTATION });
  const both = (field: string) =>
    parallel(at(field, entitiesOf("stock", "left")), at(field, entitiesOf("stock", "size")));
  const plan = planOf(sequence(change, both("add"), change, both("add")));
  expect(groupsOf(plan)).toEqual([[0], [1, 2], [3], [4, 5]]);
});
