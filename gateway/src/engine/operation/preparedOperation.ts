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
import { SelectionShape, type FieldShape, type ShapeSource } from "../write/selectionShape";
import type { PlannedDocument } from "./plannedDocument";

/** The variables of one request. */
export type Variables = Readonly<Record<string, unknown>>;

/** What an operation needs beside its plan. */
export interface OperationSource {
  readonly schema: GraphQLSchema;
  readonly planned: PlannedDocument;
}

/** An operation for one combination of its conditions, with its compiled plan and how its answer is written. */
export class PreparedOperation {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly root: GraphQLObjectType;
  /** How the answer, or its first part, is written. */
  readonly shape: SelectionShape;
  /** Root fields that the plan has no way to. */
  readonly unplanned: readonly string[];
  /** Whether anything of the operation can be answered. */
  readonly isPlanned: boolean;

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
    const positions = plan.fetches.filter(({ represent }) => represent).map(({ path }) => positionOf(path));
    const shapes = this.shapeSource(new Set(positions));
    this.shape = new SelectionShape(shapes, [operation.selectionSet], { type: root, position: "" });
    const fields = this.shape.fields(undefined) ?? [];
    this.unplanned = this.leftOut(fields);
    this.isPlanned = fields.length === 0 || this.unplanned.length < fields.length;
  }

  /** Root fields that no fetch names: the planner leaves out without a word what it finds no way to. */
  private leftOut(fields: readonly FieldShape[]): readonly string[] {
    const asked = new Set(this.plan.fetches.flatMap(({ node }) => node.operation.match(/\w+/g) ?? []));
    return fields
      .filter(({ fieldName, typename, introspection }) => !typename && !introspection && !asked.has(fieldName))
      .map(({ clientKey }) => clientKey);
  }

  /** What the shapes of the answer's parts have in common. */
  shapeSource(repeated: ReadonlySet<string>): ShapeSource {
    const includes = (selection: SelectionNode): boolean => !isDeferred(selection);
    const { fragments, source } = this;
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

const isDeferred = ({ directives = [] }: SelectionNode): boolean =>
  directives.some(({ name }) => name.value === "defer");
