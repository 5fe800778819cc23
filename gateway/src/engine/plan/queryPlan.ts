import type { FetchNode, QueryPlan, QueryPlanFieldNode, QueryPlanInlineFragmentNode } from "@apollo/query-planner";

/** A plan as the planner gives it: Apollo's, as plain data. */
export type { FetchDataKeyRenamer, FetchDataRewrite, FetchNode, PlanNode, QueryPlan } from "@apollo/query-planner";

/** A field of what a fetch requires. */
export interface RequiredField extends Omit<QueryPlanFieldNode, "selections"> {
  /** The name under which the slice gets the value, where the data keeps it under another. */
  readonly sentAs?: string;
  readonly selections?: readonly RequiredSelection[];
}

/** A part of a fetch's requirement that holds for some types only. */
export interface RequiredFragment extends Omit<QueryPlanInlineFragmentNode, "selections"> {
  readonly selections: readonly RequiredSelection[];
}

/** What a fetch requires of an entity that is fetched already. */
export type RequiredSelection = RequiredField | RequiredFragment;

/** A fetch with the fields that stand in it for others with arguments, and the names of those. */
export interface PlannedFetch extends FetchNode {
  readonly standIns?: Readonly<Record<string, string>>;
}

/** What is asked of the planner. */
export interface PlanQuestion {
  readonly document: string;
  readonly operationName: string | undefined;
  /** Which labels of progressive `@override` hold for this request. */
  readonly overrides: readonly (readonly [string, boolean])[];
}

/** A plan that was made. */
export interface PlannedQuery {
  readonly plan: QueryPlan;
}
