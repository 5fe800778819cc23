import { OperationTypeNode, parse } from "graphql";

import { CompiledPlan } from "../compile/compiledPlan";
import { TypeLattice } from "../compile/typeLattice";
import type { FetchNode, PlanNode } from "../plan/queryPlan";

/** Which types are also which others, in SDL. */
export const latticeOf = (sdl: string): TypeLattice => new TypeLattice(parse(sdl));

/** A fetch as the planner gives it: of the root, or where `more` says what it requires. */
export const fetchOf = (serviceName: string, operation: string, more: Partial<FetchNode> = {}): FetchNode => ({
  kind: "Fetch",
  serviceName,
  operation,
  operationName: undefined,
  operationKind: OperationTypeNode.QUERY,
  ...more,
});

/** A fetch of some fields of the entities of one type, which are known by `upc`. */
export const entitiesOf = (serviceName: string, fields: string, type = "Product"): FetchNode =>
  fetchOf(
    serviceName,
    `query($representations:[_Any!]!){_entities(representations:$representations){...on ${type}{${fields}}}}`,
    {
      requires: [
        {
          kind: "InlineFragment",
          typeCondition: type,
          selections: [
            { kind: "Field", name: "__typename" },
            { kind: "Field", name: "upc" },
          ],
        },
      ],
    },
  );

/** The root fetch of a plan over products. */
export const productsFetch = fetchOf("shop", "{products{__typename upc}}");

export const sequence = (...nodes: PlanNode[]): PlanNode => ({ kind: "Sequence", nodes });
export const parallel = (...nodes: PlanNode[]): PlanNode => ({ kind: "Parallel", nodes });
export const at = (path: string, node: PlanNode): PlanNode => ({ kind: "Flatten", path: path.split("."), node });

/** Compiles a plan. */
export const planOf = (node: PlanNode, sdl = "type Product { upc: ID }"): CompiledPlan =>
  new CompiledPlan({ kind: "QueryPlan", node }, latticeOf(sdl));
