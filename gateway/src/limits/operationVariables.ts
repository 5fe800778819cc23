import { Kind, valueFromASTUntyped, visit, type OperationDefinitionNode, type ValueNode } from "graphql";

/** The variables of one request, with their defaults; notes which of them were asked for. */
export class OperationVariables {
  readonly used = new Set<string>();
  readonly #operation: OperationDefinitionNode;
  readonly #given: Readonly<Record<string, unknown>>;

  constructor(operation: OperationDefinitionNode, given: Readonly<Record<string, unknown>>) {
    this.#operation = operation;
    this.#given = given;
  }

  /** An argument's value; undefined where it is a variable that has none. */
  valueOf(node: ValueNode): unknown {
    if (node.kind === Kind.VARIABLE) return this.#named(node.name.value);
    const inner: Record<string, unknown> = {};
    visit(node, { Variable: ({ name }) => void (inner[name.value] = this.#named(name.value)) });
    return valueFromASTUntyped(node, inner);
  }

  /** The values of some variables as a key, or null where they are too long to be one. */
  keyOf(names: Iterable<string>): string | null {
    const values = [...names].map((name) => this.#named(name) ?? null);
    const isPlain = values.every((value) => value === null || typeof value === "number" || typeof value === "boolean");
    return isPlain ? values.join(" ") : null;
  }

  #named(name: string): unknown {
    this.used.add(name);
    if (Object.hasOwn(this.#given, name)) return this.#given[name];
    const definition = this.#operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
    return definition?.defaultValue && valueFromASTUntyped(definition.defaultValue);
  }
}
