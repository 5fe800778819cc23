import {
  Kind,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
} from "graphql";

import { SelectionShape, type ShapeSource } from "../write/selectionShape";
import type { PlannedDocument } from "./plannedDocument";

/** How the answer to an operation is written: what is known of it while it is planned. */
export class ShapedOperation {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly root: GraphQLObjectType;
  /** How the answer, or its first part, is written. */
  readonly shape: SelectionShape;
  private readonly repeated = new Set<string>();

  constructor(
    readonly schema: GraphQLSchema,
    readonly planned: PlannedDocument,
  ) {
    const { document, operation } = planned;
    const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((each) => [each.name.value, each]));
    const root = schema.getRootType(operation.operation);
    if (!root) throw new RangeError(`The schema has no ${operation.operation}.`);
    this.root = root;
    this.shape = new SelectionShape(this.shapeSource(this.repeated), [operation.selectionSet], {
      type: root,
      position: "",
    });
  }

  /** Tells at which positions one object may stand several times, before anything is written. */
  repeatAt(positions: readonly string[]): void {
    for (const position of positions) this.repeated.add(position);
  }

  /** What the shapes of the answer's parts have in common. */
  shapeSource(repeated: ReadonlySet<string>): ShapeSource {
    const includes = (selection: SelectionNode): boolean => !isDeferred(selection);
    const { schema, fragments, planned } = this;
    return { ...{ schema, fragments, includes, repeated }, responseNames: planned.responseNames, repeats: 0 };
  }
}

const isDeferred = ({ directives = [] }: SelectionNode): boolean =>
  directives.some(({ name }) => name.value === "defer");
