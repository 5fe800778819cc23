import {
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

import { valueShape, type ValueShape } from "./answerShape";

/** One field of an answer, ready to be written. */
export interface FieldShape {
  /** The name in the data. */
  readonly key: string;
  /** The client's response name. */
  readonly clientKey: string;
  /** The field's own name. */
  readonly fieldName: string;
  /** `"key":` */
  readonly name: Buffer;
  /** `,"key":` */
  readonly next: Buffer;
  /** What is written whatever the data holds: the object's type. */
  readonly typename: Buffer | null;
  /** The selection of what the schema says of itself. */
  readonly introspection: readonly FieldNode[] | null;
  /** Whether every object has something under this name that no answer gave it. */
  readonly inherited: boolean;
  readonly value: ValueShape;
}

/** What the shapes of one operation have in common. */
export interface ShapeSource {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Whether a selection is left in: by `@skip`, `@include` and, for a part of a deferring answer, `@defer`. */
  readonly includes: (selection: SelectionNode) => boolean;
  /** What the client calls a response name of the document, where it is another one. */
  readonly responseNames: ReadonlyMap<string, string>;
  /** The positions at which one object may stand several times; not known before the plan is, and asked only then. */
  readonly repeated: ReadonlySet<string>;
  /** The number of the next position of that kind. */
  repeats: number;
}

/** The fields at one position by response name, and the fragments that they were taken of. */
interface Collected {
  readonly into: Map<string, FieldNode[]>;
  readonly spread: Set<string>;
}

/** What is selected at one position of an answer: for each concrete type, its fields in the order of the document. */
export class SelectionShape {
  private knownRepeat: number | undefined;
  private readonly byType = new Map<string, readonly FieldShape[] | null>();
  private readonly declared: readonly FieldShape[] | null;

  constructor(
    private readonly source: ShapeSource,
    private readonly selectionSets: readonly SelectionSetNode[],
    private readonly place: { readonly type: GraphQLCompositeType; readonly position: string },
  ) {
    this.declared = isObjectType(place.type) ? this.fieldsOf(place.type) : null;
  }

  /** Where written objects are remembered; -1 where each stands once. */
  get repeat(): number {
    return (this.knownRepeat ??= this.source.repeated.has(this.place.position) ? this.source.repeats++ : -1);
  }

  /** The fields of an object that says to be of a type; null where clients know no such type here. */
  fields(typename: unknown): readonly FieldShape[] | null {
    if (this.declared) return this.declared;
    const name = typename === undefined || typename === null ? this.place.type.name : typename;
    if (typeof name !== "string") return null;
    const known = this.byType.get(name);
    if (known !== undefined) return known;
    const type = this.source.schema.getType(name);
    // A slice may say any name; what is kept is kept of those that there are.
    if (!isCompositeType(type)) return null;
    const fields = this.mayBe(type) ? this.fieldsOf(type) : null;
    this.byType.set(name, fields);
    return fields;
  }

  private mayBe(type: GraphQLCompositeType): boolean {
    const { type: declared } = this.place;
    if (type === declared) return true;
    return isAbstractType(declared) && !isUnionType(type) && this.source.schema.isSubType(declared, type);
  }

  private fieldsOf(type: GraphQLCompositeType): readonly FieldShape[] {
    const collected = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    for (const selectionSet of this.selectionSets) this.collect(selectionSet, type, { into: collected, spread });
    return [...collected].flatMap(([key, nodes]) => this.field(key, nodes, type) ?? []);
  }

  /** A fragment adds its fields once, however often it is spread (GraphQL, section 6.3.2). */
  private collect(selectionSet: SelectionSetNode, type: GraphQLCompositeType, collected: Collected): void {
    const { into, spread } = collected;
    for (const selection of selectionSet.selections) {
      if (!this.source.includes(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const nodes = into.get(key);
        if (nodes) nodes.push(selection);
        else into.set(key, [selection]);
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (spread.has(selection.name.value)) continue;
        spread.add(selection.name.value);
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : this.source.fragments.get(selection.name.value);
      if (fragment && this.applies(fragment.typeCondition?.name.value, type))
        this.collect(fragment.selectionSet, type, collected);
    }
  }

  private applies(condition: string | undefined, type: GraphQLCompositeType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const conditional = this.source.schema.getType(condition);
    return isAbstractType(conditional) && !isUnionType(type) && this.source.schema.isSubType(conditional, type);
  }

  private field(key: string, nodes: readonly FieldNode[], type: GraphQLCompositeType): FieldShape | null {
    const [first] = nodes;
    if (!first) return null;
    const { value: name } = first.name;
    const clientKey = this.source.responseNames.get(key) ?? key;
    const text = JSON.stringify(clientKey);
    const position = this.place.position === "" ? key : `${this.place.position}.${key}`;
    const definition = definitionOf(name, type);
    if (name !== "__typename" && !definition) return null;
    return {
      key,
      clientKey,
      fieldName: name,
      name: Buffer.from(`${text}:`),
      next: Buffer.from(`,${text}:`),
      typename: name === "__typename" && isObjectType(type) ? Buffer.from(JSON.stringify(type.name)) : null,
      introspection: name === "__schema" || name === "__type" ? nodes : null,
      inherited: key in Object.prototype,
      value: definition ? this.valueShape(definition, nodes, position) : anObjectsType,
    };
  }

  private valueShape(
    { type }: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    position: string,
  ): ValueShape {
    const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const at = `${position}${".@".repeat(listsIn(String(type)))}`;
    const shape = valueShape(
      type,
      (named) => new SelectionShape(this.source, selectionSets, { type: named, position: at }),
    );
    // Entities of unlike keys may hold one list: a slice that answers several alike is read once.
    return shape.list ? { ...shape, list: { ...shape.list, holder: this, repeat: this.source.repeats++ } } : shape;
  }
}

/** The type of an object whose concrete type is not known cannot be told, and may not be null. */
const anObjectsType: ValueShape = { nullable: false, list: null, leaf: () => false, object: null };

const listsIn = (type: string): number => type.length - type.replaceAll("[", "").length;

function definitionOf(name: string, type: GraphQLCompositeType): GraphQLField<unknown, unknown> | undefined {
  if (name === "__schema") return SchemaMetaFieldDef;
  if (name === "__type") return TypeMetaFieldDef;
  return isUnionType(type) ? undefined : type.getFields()[name];
}
