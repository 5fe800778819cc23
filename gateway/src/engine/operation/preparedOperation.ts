import type { CompiledPlan } from "../compile/compiledPlan";
import { positionOf } from "../compile/flattenPath";
import type { AnswerPath } from "../run/entityPaths";
import type { FieldShape } from "../write/selectionShape";
import type { ShapedOperation } from "./shapedOperation";

/** The variables of one request. */
export type Variables = Readonly<Record<string, unknown>>;

/** An operation for one combination of its conditions, with how its answer is written and its compiled plan. */
export class PreparedOperation {
  /** Root fields that the plan has no way to. */
  readonly unplanned: readonly string[];
  /** Whether anything of the operation can be answered. */
  readonly isPlanned: boolean;

  constructor(
    readonly shaped: ShapedOperation,
    readonly plan: CompiledPlan,
  ) {
    const entities = plan.fetches.filter(({ represent }) => represent !== null);
    shaped.repeatAt(entities.map(({ path }) => positionOf(path)));
    const fields = shaped.shape.fields(undefined) ?? [];
    this.unplanned = this.leftOut(fields);
    this.isPlanned = fields.length === 0 || this.unplanned.length < fields.length;
  }

  /** Root fields that no fetch names: the planner leaves out without a word what it finds no way to. */
  private leftOut(fields: readonly FieldShape[]): readonly string[] {
    const roots = this.plan.fetches.filter(({ represent }) => represent === null);
    const asked = new Set(roots.flatMap(({ node }) => node.operation.match(/\w+/g) ?? []));
    return fields
      .filter(({ fieldName, typename, introspection }) => !typename && !introspection && !asked.has(fieldName))
      .map(({ clientKey }) => clientKey);
  }

  /** The client's variables by the names that they have here. */
  variables(given: Variables): Variables {
    const { variables } = this.shaped.planned;
    if (variables.size === 0) return given;
    return Object.fromEntries(Object.entries(given).map(([name, value]) => [variables.get(name) ?? name, value]));
  }

  /** A path in the client's words. */
  clientPath(path: AnswerPath): AnswerPath {
    const { responseNames } = this.shaped.planned;
    if (responseNames.size === 0) return path;
    return path.map((key) => (typeof key === "string" ? (responseNames.get(key) ?? key) : key));
  }
}
