import { OperationTypeNode } from "graphql";

import type { QueryPlan } from "../plan/queryPlan";
import type { CompiledFetch } from "./compiledFetch";
import { fetchGraph, type FetchGraph } from "./fetchGraph";
import { fetchGroups } from "./fetchGroups";
import { groupRequest, type GroupRequest } from "./requestText";
import type { TypeLattice } from "./typeLattice";

/** Fetches that go to their slice in one request. */
export class CompiledGroup {
  private text: GroupRequest | undefined;

  constructor(readonly members: readonly CompiledFetch[]) {}

  /** The request's text, put together when it is first asked: the first slice need not wait for the texts of the others. */
  get request(): GroupRequest {
    return (this.text ??= groupRequest(this.members));
  }
}

/** A plan as the engine runs it: which fetch waits for which, which go together, and the requests' texts. */
export class CompiledPlan {
  readonly fetches: readonly CompiledFetch[];
  readonly groups: readonly CompiledGroup[];
  /** The index of a fetch's group. */
  readonly groupOf: readonly number[];
  /** What waits for a fetch. */
  readonly dependents: readonly (readonly CompiledFetch[])[];
  readonly deferred: FetchGraph["deferred"];
  /** How many parts the answer may come in. */
  readonly blocks: number;

  constructor(
    /** What was compiled. */
    readonly source: QueryPlan,
    readonly types: TypeLattice,
  ) {
    const { fetches, deferred } = fetchGraph(source, types);
    this.fetches = fetches;
    this.deferred = deferred;
    this.blocks = deferred.length + 1;
    const isMutation = fetches.some(({ node }) => node.operationKind === OperationTypeNode.MUTATION);
    this.groups = fetchGroups(fetches, isMutation).map((members) => new CompiledGroup(members));
    const groupOf: number[] = [];
    for (const [index, { members }] of this.groups.entries()) for (const { id } of members) groupOf[id] = index;
    this.groupOf = groupOf;
    this.dependents = fetches.map(({ id }) => fetches.filter(({ after }) => after.includes(id)));
  }
}
