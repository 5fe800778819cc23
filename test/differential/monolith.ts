import {
  execute,
  getArgumentValues,
  isAbstractType,
  isObjectType,
  Kind,
  parse,
  type ExecutionResult,
  type FieldNode,
  type SelectionSetNode,
} from "graphql";

import type { Request } from "./engine";
import { noFaults, type Faults } from "./faults";
import { fieldSet, fieldSets, type FieldSets } from "./fieldSets";
import type { Fixture, Row, World } from "./fixture";
import { computedField, faulty, Holder, placeOf, read, rowNames, type FieldQuestion, type Held } from "./held";
import { compose, type Composed } from "./supergraph";

/**
 * A fixture's data behind one schema and no gateway, executed by graphql-js: what the specification says that the graph
 * answers. Faults of fields hold here as well; those of entities and slices have no meaning where there are no slices.
 */
export class Monolith {
  private readonly composed: Composed;
  private readonly slices: readonly FieldSets[];

  constructor(private readonly fixture: Fixture) {
    this.composed = compose(fixture);
    this.slices = Object.values(fixture.slices).map((sdl) => fieldSets(parse(sdl, { noLocation: true })));
  }

  /** Answers a valid request. */
  async answer(request: Request, faults: Faults = noFaults): Promise<ExecutionResult> {
    const world = this.fixture.world();
    const run = new MonolithRun(this.composed, this.slices, { world, faults });
    return await execute({
      schema: this.composed.api,
      document: parse(request.query, { noLocation: true }),
      rootValue: run.root(isMutation(request) ? "Mutation" : "Query"),
      variableValues: request.variables ?? {},
      operationName: request.operationName ?? null,
      fieldResolver: run.resolve,
    });
  }
}

const isMutation = ({ query, operationName }: Request): boolean =>
  parse(query).definitions.some(
    (each) =>
      each.kind === Kind.OPERATION_DEFINITION &&
      each.operation.valueOf() === "mutation" &&
      (operationName === undefined || each.name?.value === operationName),
  );

class MonolithRun {
  private readonly holder: Holder;

  constructor(
    private readonly composed: Composed,
    private readonly slices: readonly FieldSets[],
    private readonly state: { readonly world: World; readonly faults: Faults },
  ) {
    this.holder = new Holder(rowNames(state.world));
  }

  root(name: "Query" | "Mutation"): Held {
    return this.holder.root(this.state.world[name] ?? {}, name);
  }

  readonly resolve = (...[source, args, , info]: FieldQuestion<unknown>): unknown => {
    const place = placeOf(source, info, args);
    const fault = this.state.faults.field(source.id, info.fieldName);
    if (fault) return faulty(fault, place, info.returnType);
    const value = this.valueOf(source, info.fieldName, args);
    return this.holder.value(value, info.returnType, { place, parent: source });
  };

  private valueOf(source: Held, field: string, args: Row): unknown {
    const types = this.typesOf(source.__typename);
    const computed = types.map((type) => computedField(this.state.world, type, field)).find((each) => each);
    if (!computed) return read(source.row, field, args);
    const sets = this.slices.flatMap((slice) => types.flatMap((type) => slice.get(type) ?? []));
    const required = sets.map(({ requires }) => requires.get(field)).find((each) => each);
    const given = required ? this.select(source, required) : {};
    const context = sets.map(({ fromContext }) => fromContext.get(field)).find((each) => each);
    const fromContext = [...(context ?? [])].map(([name, text]) => [name, this.fromContext(source, text)] as const);
    return computed(given, { ...args, ...Object.fromEntries(fromContext) });
  }

  /** A type and what it implements. */
  private typesOf(name: string): readonly string[] {
    const type = this.composed.whole.getType(name);
    return isObjectType(type) ? [name, ...type.getInterfaces().map((each) => each.name)] : [name];
  }

  /** What a field set selects of an object. */
  private select(source: Held, { selections }: SelectionSetNode): Row {
    const selected: Record<string, unknown> = {};
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const value = this.selected(source, selection);
        const key = selection.name.value;
        selected[key] = value;
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value ?? source.__typename;
        if (this.isOf(source.__typename, condition))
          Object.assign(selected, this.select(source, selection.selectionSet));
      }
    }
    return selected;
  }

  private isOf(name: string, condition: string): boolean {
    if (name === condition) return true;
    const [type, above] = [this.composed.whole.getType(name), this.composed.whole.getType(condition)];
    return isObjectType(type) && isAbstractType(above) && this.composed.whole.isSubType(above, type);
  }

  private selected(source: Held, node: FieldNode): unknown {
    const name = node.name.value;
    if (name === "__typename") return source.__typename;
    const type = this.composed.whole.getType(source.__typename);
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    if (!field) throw new RangeError(`${source.__typename} has no field ${name}`);
    const args = getArgumentValues(field, node);
    const value = this.valueOf(source, name, args);
    const held = this.holder.value(value, field.type, { place: `${source.id}.${name}`, parent: source });
    return node.selectionSet ? this.below(held, node.selectionSet) : (held ?? null);
  }

  private below(held: unknown, selectionSet: SelectionSetNode): unknown {
    if (Array.isArray(held)) return held.map((item: unknown) => this.below(item, selectionSet));
    return held === null || held === undefined ? null : this.select(held as Held, selectionSet);
  }

  /** The value that `$name { selection }` has above an object. */
  private fromContext(source: Held, text: string): unknown {
    const name = /^\s*\$(\w+)/.exec(text)?.[1] ?? "";
    const selection = text.replace(/^\s*\$\w+\s*/, "").trim();
    const { selections } = fieldSet(selection.startsWith("{") ? selection.slice(1, -1) : selection);
    for (let above = source.parent; above; above = above.parent) {
      const held = above;
      const named = this.slices.some((slice) =>
        this.typesOf(held.__typename).some((type) => slice.get(type)?.contexts.includes(name)),
      );
      if (named) return onlyValue(this.select(held, { kind: Kind.SELECTION_SET, selections }));
    }
    return null;
  }
}

/** What a selection of one field at each level leads to. */
function onlyValue(selected: unknown): unknown {
  if (Array.isArray(selected)) return selected.map(onlyValue);
  if (selected === null || typeof selected !== "object") return selected;
  return onlyValue(Object.values(selected)[0] ?? null);
}
