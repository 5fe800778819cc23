import {
  Kind,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
} from "graphql";

import type { CompiledPlan } from "../compile/compiledPlan";
import { positionOf } from "../compile/flattenPath";
import type { AnswerPath } from "../run/entityPaths";
import { SelectionShape, type ShapeSource } from "../write/selectionShape";
import type { PlannedDocument } from "./plannedDocument";
import { booleanDefaults, conditionVariables, isDeferred, isIncluded, type IsTrue } from "./conditions";

/** The variables of one request. */
export type Variables = Readonly<Record<string, unknown>>;

/** What an operation needs beside its plan. */
export interface OperationSource {
  readonly schema: GraphQLSchema;
  readonly planned: PlannedDocument;
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
  ) {
    const { schema, planned } = source;
    const { document, operation } = planned;
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
    const { selectionSet } = this.source.planned.operation;
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

  /** What the shapes of the answer's parts have in common. */
  shapeSource(includes: (selection: SelectionNode) => boolean): ShapeSource {
    const { repeated, fragments, source } = this;
    const { responseNames } = source.planned;
    return { schema: source.schema, fragments, includes, repeated, responseNames, repeats: 0 };
  }

  /** The client's variables by the names that they have here. */
  variables(given: Variables): Variables {
    const { variables } = this.source.planned;
    if (variables.size === 0) return given;
    return Object.fromEntries(Object.entries(given).map(([name, value]) => [variables.get(name) ?? name, value]));
  }

  /** A path in the client's words. */
  clientPath(path: AnswerPath): AnswerPath {
    const { responseNames } = this.source.planned;
    if (responseNames.size === 0) return path;
    return path.map((key) => (typeof key === "string" ? (responseNames.get(key) ?? key) : key));
  }
}
