import {
  Kind,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from "graphql";

/** A document that has more spreads, once they are written out, is not answered in parts. */
const mostSpreads = 1_000;

/** A fragment that is deferred: what a later part of the answer holds. */
export interface DeferredFragment {
  /** The client's label; undefined where it gave none. */
  readonly label: string | undefined;
  readonly node: InlineFragmentNode;
}

/** An operation whose deferred fragments have labels of their own, by which the plan names them. */
export interface LabelledOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, DeferredFragment>;
}

/**
 * Writes named fragments out where they are spread, and gives each `@defer` a label: a client may give none, and a fragment
 * that is spread twice is deferred twice. Throws where that were too many.
 */
export function deferredFragments(document: DocumentNode, operation: OperationDefinitionNode): LabelledOperation {
  const definitions = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const named = new Map(definitions.map((each) => [each.name.value, each]));
  const fragments = new Map<string, DeferredFragment>();
  const labelled = visit(new SpreadWriter(named).writtenOut(operation), {
    [Kind.INLINE_FRAGMENT]: {
      leave: (node) => {
        const defer = node.directives?.find(isDefer);
        if (!defer) return undefined;
        const label = `part_${fragments.size}`;
        fragments.set(label, { label: labelOf(defer), node });
        return {
          ...node,
          directives: [...(node.directives ?? []).filter((each) => each !== defer), labelledBy(label)],
        };
      },
    },
  });
  return { operation: labelled, fragments };
}

type Selecting = OperationDefinitionNode | InlineFragmentNode;

class SpreadWriter {
  private count = 0;

  constructor(private readonly named: ReadonlyMap<string, FragmentDefinitionNode>) {}

  writtenOut<T extends Selecting>(node: T): T {
    return visit<T>(node, {
      [Kind.FRAGMENT_SPREAD]: ({ name, directives = [] }): SelectionNode | undefined => {
        const fragment = this.named.get(name.value);
        if (!fragment) return undefined;
        this.count += 1;
        if (this.count > mostSpreads) throw new RangeError("The document spreads too much to be answered in parts.");
        const { typeCondition, selectionSet } = fragment;
        return this.writtenOut({ kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet });
      },
    });
  }
}

const isDefer = ({ name }: DirectiveNode): boolean => name.value === "defer";

function labelOf({ arguments: given = [] }: DirectiveNode): string | undefined {
  const value = given.find(({ name }) => name.value === "label")?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

const labelledBy = (label: string): DirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: "defer" },
  arguments: [
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: "label" },
      value: { kind: Kind.STRING, value: label },
    },
  ],
});
