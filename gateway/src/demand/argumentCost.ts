import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
} from "graphql";

import { cappedCount } from "../limits/cappedCount";
import type { CostModel } from "./costModel";
import type { OperationVariables } from "../limits/operationVariables";

interface CostedField {
  readonly node: FieldNode;
  readonly coordinate: string;
  readonly definition: GraphQLField<unknown, unknown>;
}

/** What a field's arguments cost: an input object 1, a scalar or enum value nothing, unless the supergraph says otherwise. */
export function argumentsCost(field: CostedField, model: CostModel, variables: OperationVariables): number {
  return (field.node.arguments ?? []).reduce((sum, given) => {
    const definition = field.definition.args.find(({ name }) => name === given.name.value);
    if (!definition) return sum;
    const weight = weightOf(`${field.coordinate}(${definition.name}:)`, definition.type, model);
    // Most arguments are plain values without a weight: what they are makes no difference.
    if (weight === undefined && !isInputObjectType(getNamedType(definition.type))) return sum;
    return cappedCount.add(sum, valueCost(variables.valueOf(given.value), { type: definition.type, weight }, model));
  }, 0);
}

interface Costed {
  readonly type: GraphQLInputType;
  readonly weight: number | undefined;
}

function valueCost(value: unknown, { type, weight }: Costed, model: CostModel): number {
  if (value === null || value === undefined) return 0;
  const nullable = getNullableType(type);
  if (Array.isArray(value)) {
    const item = isListType(nullable) ? nullable.ofType : type;
    return value.reduce<number>(
      (sum, each) => cappedCount.add(sum, valueCost(each, { type: item, weight }, model)),
      weight ?? 0,
    );
  }
  const named = getNamedType(type);
  if (!isInputObjectType(named) || typeof value !== "object") return weight ?? 0;
  const fields = named.getFields();
  return Object.entries(value).reduce((sum, [name, inner]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) return sum;
    const own = { type: field.type, weight: weightOf(`${named.name}.${name}`, field.type, model) };
    return cappedCount.add(sum, valueCost(inner, own, model));
  }, weight ?? 1);
}

const weightOf = (coordinate: string, type: GraphQLInputType, { weights }: CostModel): number | undefined =>
  weights.get(coordinate) ?? weights.get(getNamedType(type).name);
