import {
  GraphQLBoolean,
  GraphQLNonNull,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isRequiredArgument,
  isUnionType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from "graphql";

import { drawValue, literal, type KnownValues } from "./inputValues";
import type { Tape } from "./tape";
import { VariableList } from "./variableList";

/** What operations are drawn over. */
export interface OperationSource {
  readonly schema: GraphQLSchema;
  readonly known: KnownValues;
  /** Whether fields get aliases that are names of other fields, and selections get conditions. */
  readonly tricky: boolean;
  /** Root fields that are left out. */
  readonly avoid: readonly string[];
}

/** A drawn operation. */
export interface DrawnOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const deepest = 5;
const mostSelections = 60;

type Field = GraphQLField<unknown, unknown>;

/** Writes one operation by the choices of a tape. Where `apart`, no two fields have one response name. */
export class OperationWriter {
  private readonly variables: VariableList;
  private readonly fragments = new Map<string, { readonly on: string; readonly text: string }>();
  private selections = 0;

  constructor(
    private readonly source: OperationSource,
    private readonly tape: Tape,
    private readonly apart: boolean,
  ) {
    this.variables = new VariableList(tape, source.known);
  }

  operation(): DrawnOperation {
    const { schema } = this.source;
    const mutation = schema.getMutationType();
    const root = mutation && this.tape.oneIn(4) ? mutation : schema.getQueryType();
    if (!root) throw new RangeError("The schema has no Query.");
    const body = this.selectionSet(root, 0);
    const fragments = [...this.fragments].map(([name, { on, text }]) => `\nfragment ${name} on ${on} ${text}`);
    const kind = root === mutation ? "mutation" : "query";
    return {
      query: `${kind} Drawn${this.variables.definitions()} ${body}${fragments.join("")}`,
      variables: this.variables.values,
    };
  }

  private selectionSet(type: GraphQLCompositeType, depth: number): string {
    const count = 1 + this.tape.below(depth === 0 ? 3 : 4);
    const selections = Array.from({ length: count }, () => this.selection(type, depth));
    return `{ ${selections.join(" ")} }`;
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    this.selections += 1;
    const kind = this.tape.below(12);
    if (depth < deepest && this.selections < mostSelections) {
      if (kind === 11 || (isUnionType(type) && kind > 1)) return this.inlineFragment(type, depth);
      if (kind === 10) return this.spread(type, depth);
    }
    if (kind === 9 || isUnionType(type)) return this.typename();
    return this.field(type, depth);
  }

  private typename(): string {
    return this.tape.oneIn(4) ? `kind${this.apart ? this.selections : ""}: __typename` : "__typename";
  }

  private field(type: Exclude<GraphQLCompositeType, { getTypes: unknown }>, depth: number): string {
    const fields = this.fieldsOf(type, depth);
    if (fields.length === 0) return "__typename";
    const field = this.tape.one(fields);
    const named = getNamedType(field.type);
    const alias = this.alias(type, field);
    const args = this.argumentsOf(field);
    const below = isCompositeType(named) ? ` ${this.selectionSet(named, depth + 1)}` : "";
    return `${alias}${field.name}${args}${this.directives()}${below}`;
  }

  /** The fields that may be chosen: those that end a branch first, and only those where it is long. */
  private fieldsOf(type: GraphQLCompositeType, depth: number): readonly Field[] {
    if (isUnionType(type)) return [];
    const { avoid } = this.source;
    const fields = Object.values(type.getFields()).filter(({ name }) => depth > 0 || !avoid.includes(name));
    const isLeaf = (field: Field): boolean => isLeafType(getNamedType(field.type));
    const leaves = fields.filter(isLeaf);
    if (depth >= deepest || this.selections >= mostSelections) return leaves;
    return [...leaves, ...fields.filter((field) => !isLeaf(field))];
  }

  private alias(type: GraphQLCompositeType, field: Field): string {
    if (this.apart && (this.selections > 1 || field.args.length > 0)) return `f${this.selections}: `;
    const others = isUnionType(type) || !this.source.tricky ? [] : Object.keys(type.getFields());
    return this.tape.oneIn(5) ? `${this.tape.one(["a", "b", `${field.name}_`, ...others])}: ` : "";
  }

  private argumentsOf({ args }: Field): string {
    const given = args.filter((each) => isRequiredArgument(each) || !this.tape.oneIn(3));
    if (given.length === 0) return "";
    return `(${given.map((each) => `${each.name}: ${this.argumentValue(each)}`).join(", ")})`;
  }

  private argumentValue({ name, type }: GraphQLArgument): string {
    if (this.tape.oneIn(3)) return this.variables.use(type, name);
    if (!(type instanceof GraphQLNonNull) && this.tape.oneIn(6)) return "null";
    return literal(drawValue(this.tape, type, { name, known: this.source.known }));
  }

  private directives(): string {
    if (!this.source.tricky || !this.tape.oneIn(7)) return "";
    const name = this.tape.one(["include", "skip"]);
    const condition = this.tape.oneIn(2)
      ? this.variables.use(new GraphQLNonNull(GraphQLBoolean), "if")
      : literal(this.tape.below(3) === 0 ? name === "skip" : name === "include");
    return ` @${name}(if: ${condition})${this.tape.oneIn(5) ? ` @${name === "skip" ? "include" : "skip"}(if: ${condition})` : ""}`;
  }

  private inlineFragment(type: GraphQLCompositeType, depth: number): string {
    if (!isUnionType(type) && this.tape.oneIn(4))
      return `...${this.directives()} ${this.selectionSet(type, depth + 1)}`;
    const condition = this.condition(type);
    return `... on ${condition.name}${this.directives()} ${this.selectionSet(condition, depth + 1)}`;
  }

  private spread(type: GraphQLCompositeType, depth: number): string {
    const condition = this.condition(type);
    const known = [...this.fragments].filter(([, { on }]) => on === condition.name).map(([name]) => name);
    if (known.length > 0 && this.tape.oneIn(2)) return `...${this.tape.one(known)}${this.directives()}`;
    const text = this.selectionSet(condition, depth + 1);
    const name = `F${this.fragments.size}`;
    this.fragments.set(name, { on: condition.name, text });
    return `...${name}${this.directives()}`;
  }

  /** A type that objects of another type may be, or the type itself. */
  private condition(type: GraphQLCompositeType): GraphQLCompositeType {
    const { schema } = this.source;
    if (!isAbstractType(type)) return this.tape.one([type, ...type.getInterfaces()]);
    const possible = schema.getPossibleTypes(type);
    const related = possible.flatMap((each) => each.getInterfaces());
    const narrower = isInterfaceType(type) ? schema.getImplementations(type).interfaces : [];
    return this.tape.one([...new Set<GraphQLCompositeType>([...possible, type, ...narrower, ...related])]);
  }
}
