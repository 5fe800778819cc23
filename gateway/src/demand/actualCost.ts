import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

import type { OperationVariables } from "../limits/operationVariables";
import { argumentsCost } from "./argumentCost";
import { mutationCost, type EstimateRules } from "./estimatedCost";
import { fieldWeight } from "./fieldWeight";

/** What an answer was worth, by the same weights as the estimate; a null is worth what its field or type declares, if anything. */
export class ActualCost {
  readonly #rules: Pick<EstimateRules, "schema" | "model">;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #operation: OperationDefinitionNode;
  #root: ReadonlyMap<string, Answered> | undefined;

  constructor(
    rules: Pick<EstimateRules, "schema" | "model">,
    { document, operation }: { readonly document: DocumentNode; readonly operation: OperationDefinitionNode },
  ) {
    const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.#rules = rules;
    this.#operation = operation;
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  /** The cost of one answer's data. */
  of(data: unknown, variables: OperationVariables): number {
    const base = this.#operation.operation === OperationTypeNode.MUTATION ? mutationCost : 0;
    const root = this.#rules.schema.getRootType(this.#operation.operation) ?? undefined;
    this.#root ??= this.#answered([{ set: this.#operation.selectionSet, type: root }]);
    return base + this.#ofObject(data, this.#root, variables);
  }

  #ofObject(value: unknown, fields: ReadonlyMap<string, Answered>, variables: OperationVariables): number {
    if (typeof value !== "object" || value === null) return 0;
    let sum = 0;
    for (const [key, field] of fields) {
      const inner = (value as Readonly<Record<string, unknown>>)[key];
      if (inner !== undefined) sum += this.#argumentsOf(field, variables) + this.#ofValue(inner, field, variables);
    }
    return sum;
  }

  #ofValue(value: unknown, field: Answered, variables: OperationVariables): number {
    if (value === null) return field.declared;
    if (Array.isArray(value))
      return value.reduce<number>((sum, each) => sum + this.#ofValue(each, field, variables), 0);
    if (field.below.length === 0) return field.weight;
    field.fields ??= this.#answered(field.below);
    return field.weight + this.#ofObject(value, field.fields, variables);
  }

  #argumentsOf({ nodes: [first] }: Answered, variables: OperationVariables): number {
    return first ? argumentsCost(first, this.#rules.model, variables) : 0;
  }

  /** The fields of selections by the key that an answer holds them under; of types that differ, the dearest counts. */
  #answered(placed: readonly PlacedSet[]): ReadonlyMap<string, Answered> {
    const answered = new Map<string, Answered>();
    const spread = new Set<string>();
    const collect = ({ set, type }: PlacedSet): void => {
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD) this.#add(answered, selection, type);
        else if (selection.kind === Kind.INLINE_FRAGMENT)
          collect({ set: selection.selectionSet, type: this.#type(selection.typeCondition?.name.value) ?? type });
        else if (!spread.has(selection.name.value)) {
          spread.add(selection.name.value);
          const fragment = this.#fragments.get(selection.name.value);
          if (fragment) collect({ set: fragment.selectionSet, type: this.#type(fragment.typeCondition.name.value) });
        }
      }
    };
    placed.forEach(collect);
    return answered;
  }

  #add(answered: Map<string, Answered>, node: FieldNode, type: GraphQLNamedType | undefined): void {
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!definition || !type) return;
    const coordinate = `${type.name}.${node.name.value}`;
    const key = (node.alias ?? node.name).value;
    const field = answered.get(key) ?? { weight: 0, declared: 0, below: [], nodes: [], fields: undefined };
    const { weights } = this.#rules.model;
    field.weight = Math.max(field.weight, fieldWeight(coordinate, definition, this.#rules.model));
    field.declared = weights.has(coordinate) || weights.has(getNamedType(definition.type).name) ? field.weight : 0;
    field.nodes.push({ node, definition, coordinate });
    if (node.selectionSet) field.below.push({ set: node.selectionSet, type: getNamedType(definition.type) });
    answered.set(key, field);
  }

  #type(name: string | undefined): GraphQLNamedType | undefined {
    const type = name === undefined ? undefined : this.#rules.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}

interface PlacedSet {
  readonly set: SelectionSetNode;
  readonly type: GraphQLNamedType | undefined;
}

/** A field of an answer; what lies below it is collected when a first value is seen. */
interface Answered {
  weight: number;
  /** The weight, where the supergraph declares it. */
  declared: number;
  readonly below: PlacedSet[];
  readonly nodes: Parameters<typeof argumentsCost>[0][];
  fields: ReadonlyMap<string, Answered> | undefined;
}
