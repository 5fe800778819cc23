import { getNamedType, isCompositeType, type GraphQLField } from "graphql";

import type { CostModel } from "./costModel";

/** What one value of a field costs by itself: an object 1, a scalar or enum value nothing, unless the supergraph says otherwise. */
export function fieldWeight(
  coordinate: string,
  { type }: GraphQLField<unknown, unknown>,
  { weights }: CostModel,
): number {
  const named = getNamedType(type);
  return weights.get(coordinate) ?? weights.get(named.name) ?? (isCompositeType(named) ? 1 : 0);
}
