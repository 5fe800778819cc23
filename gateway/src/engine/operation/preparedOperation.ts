import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from "graphql";

import type { CompiledPlan } from "../compile/compiledPlan";
import { positionOf } from "../compile/flattenPath";
import { SelectionShape } from "../write/selectionShape";
import { booleanDefaults, conditionVariables, isDeferred, isIncluded, type IsTrue } from "./conditions";

/** The variables of one request. */
export type Variables = Readonly<Record<string, unknown>>;

/** What an operation needs beside its plan. */
export interface OperationSource {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** Combinations of conditions that one operation keeps its compiled form for. */
const mostCombinations = 64;

/** An operation with its compiled plan; how its answer is written is compiled for each combination of its conditions. */
export class PreparedOperation {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly root: GraphQLObjectType;
  private readonly conditions: readonly string[];
  private readonly defaults: ReadonlyMap<string, boolean>;
  private readonly repeated: ReadonlySet<string>;
  private readonly shapes = new Map<string, SelectionShape>();

  constructor(
    readonly source: OperationSource,
    readonly plan: CompiledPlan,
    /** What the plan calls a variable of the client, where it is another name. */
    readonly renamed: ReadonlyMap<string, string>,
  ) {
    const { document, operation, schema } = source;
    const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((each) => [each.name.value, each]));
    const root = schema.getRootType(operation.operation);
    if (!root) throw new RangeError(`The schema has no ${operation.operation}.`);
    this.root = root;
    this.conditions = conditionVariables(document);
    this.defaults = booleanDefaults(operation);
    this.repeated = new Set(plan.fetches.filter(({ represent }) => represent).map(({ path }) => positionOf(path)));
  }

  /** How the answer, or its first part, is written. */
  shape(variables: Variables): SelectionShape {
    const isTrue = this.isTrue(variables);
    const key = this.conditions.map((name) => (isTrue(name) ? "1" : "0")).join("");
    const known = this.shapes.get(key);
    if (known) return known;
    if (this.shapes.size >= mostCombinations) this.shapes.clear();
    const { selectionSet } = this.source.operation;
    const place = { type: this.root, position: "" };
    const fixed = new Map(this.conditions.map((name) => [name, isTrue(name)]));
    const includes = (each: SelectionNode): boolean => {
      const holds: IsTrue = (name) => fixed.get(name) === true;
      return isIncluded(each, holds) && !isDeferred(each, holds);
    };
    const shape = new SelectionShape(this.shapeSource(includes), [selectionSet], place);
    this.shapes.set(key, shape);
    return shape;
  }

  /** Tells which conditions hold for a request. */
  isTrue(variables: Variables): IsTrue {
    return (name) =>
      ((Object.hasOwn(variables, name) ? variables[name] : undefined) ?? this.defaults.get(name)) === true;
  }

  shapeSource(includes: (selection: SelectionNode) => boolean) {
    const { repeated, fragments } = this;
    return { schema: this.source.schema, fragments, includes, repeated, repeats: 0 };
  }

  /** The variables by the names that the plan has for them. */
  planVariables(variables: Variables): Variables {
    if (this.renamed.size === 0) return variables;
    return Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [this.renamed.get(name) ?? name, value]),
    );
  }
}
