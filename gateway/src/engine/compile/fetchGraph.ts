import type { FetchNode, PlannedFetch, PlanNode, QueryPlan } from "../plan/queryPlan";
import type { CompiledFetch } from "./compiledFetch";
import { contextValue } from "./contextValue";
import { flattenPath, type PathStep } from "./flattenPath";
import { outputRewrite } from "./outputRewrite";
import { Representations } from "./representation";
import type { TypeLattice } from "./typeLattice";

type DeferNode = Extract<PlanNode, { kind: "Defer" }>;
type DeferredNode = DeferNode["deferred"][number];

/** A part of the answer that may come later than the first (`@defer`). */
export interface DeferredBlock {
  readonly id: number;
  /** The block that is sent before it. */
  readonly parent: number;
  readonly label: string | undefined;
  /** Where its data stands in the answer: response names and conditions on types. */
  readonly queryPath: readonly string[];
  /** What of the document it holds, as a selection set; null where all of it is deferred further. */
  readonly subselection: string | null;
}

/** The fetches of a plan with what each waits for, instead of the planner's nested steps. */
export interface FetchGraph {
  readonly fetches: readonly CompiledFetch[];
  readonly deferred: readonly DeferredBlock[];
}

interface Place {
  readonly after: readonly number[];
  readonly path: readonly PathStep[];
  readonly block: number;
}

/** Reads a plan. */
export function fetchGraph(plan: QueryPlan, types: TypeLattice): FetchGraph {
  const reader = new PlanReader(types);
  if (plan.node && plan.node.kind !== "Subscription") reader.read(plan.node, { after: [], path: [], block: 0 });
  const { fetches, deferred } = reader;
  const apart = fetches.some(({ contexts }) => contexts.length > 0);
  return { fetches: fetches.map((each) => ({ ...each, apart })), deferred };
}

/** What a node of the plan says of its fetch. */
type ReadFetch = Omit<CompiledFetch, "apart">;

class PlanReader {
  readonly fetches: ReadFetch[] = [];
  readonly deferred: DeferredBlock[] = [];
  /** A fetch of the planner may have become several. */
  private readonly byPlanId = new Map<string, number[]>();

  constructor(private readonly types: TypeLattice) {}

  /** Reads one node, and gives the fetches that what comes after it waits for. */
  read(node: PlanNode, place: Place): readonly number[] {
    switch (node.kind) {
      case "Sequence": {
        let after = place.after;
        for (const each of node.nodes) after = this.read(each, { ...place, after });
        return after;
      }
      case "Parallel":
        return [...new Set(node.nodes.flatMap((each) => this.read(each, place)))];
      case "Flatten":
        return this.read(node.node, { ...place, path: [...place.path, ...flattenPath(node.path)] });
      case "Condition":
        throw new TypeError("A document is planned without its conditions.");
      case "Fetch":
        return [this.readFetch(node, place)];
      case "Defer":
        return this.readDefer(node, place);
    }
  }

  private readFetch(node: FetchNode, { after, path, block }: Place): number {
    const id = this.fetches.length;
    const contexts = (node.contextRewrites ?? []).map((each) => contextValue(each, this.types));
    const given = new Set(contexts.map(({ variable }) => variable));
    const renamers = (node.outputRewrites ?? []).filter((each) => each.kind === "KeyRenamer");
    this.fetches.push({
      id,
      node,
      slice: node.serviceName,
      path,
      represent: node.requires
        ? new Representations(node.serviceName, { ...node, requires: node.requires }, this.types)
        : null,
      variables: (node.variableUsages ?? []).filter((name) => !given.has(name)),
      rewrites: (node.outputRewrites ?? []).map((each) => outputRewrite(each, this.types)),
      renamed: new Map([
        ...renamers.map((each) => [each.path.at(-1) ?? "", each.renameKeyTo] as const),
        ...Object.entries((node as PlannedFetch).standIns ?? {}),
      ]),
      contexts,
      after,
      block,
    });
    if (node.id !== undefined) this.byPlanId.set(node.id, [...(this.byPlanId.get(node.id) ?? []), id]);
    return id;
  }

  private readDefer({ primary, deferred }: DeferNode, place: Place): readonly number[] {
    const ids = primary.node ? this.read(primary.node, place) : place.after;
    for (const each of deferred) this.readDeferred(each, place);
    return ids;
  }

  private readDeferred({ node, label, queryPath, subselection, depends }: DeferredNode, place: Place): void {
    const id = this.deferred.length + 1;
    const own = node?.kind === "Defer" ? (node.primary.subselection ?? null) : (subselection ?? null);
    this.deferred.push({ id, parent: place.block, label, queryPath, subselection: own });
    const after = depends.flatMap((each) => this.byPlanId.get(each.id) ?? []);
    if (node) this.read(node, { ...place, path: [], after, block: id });
  }
}
