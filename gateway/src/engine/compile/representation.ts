import type { FetchDataRewrite, RequiredSelection } from "../plan/queryPlan";
import { isPlainObject, own, type PlainObject } from "./plainObject";
import { conditionOf } from "./typeCondition";
import type { TypeLattice } from "./typeLattice";

interface Part {
  /** What stands before the value: `{"__typename":"Product","upc":`. */
  readonly prefix: string;
  readonly key: string;
  readonly below: Below | null;
}

type Below = (value: unknown) => string;

/** How entities of one concrete type are told of. */
export interface EntityShape {
  readonly parts: readonly Part[];
  readonly end: string;
  /** Names that an entity has where it is told of whole; -1 where a part has parts of its own. */
  readonly size: number;
  /** The one name whose value tells entities apart; null where it takes more. */
  readonly single: string | null;
  /** The type that the slice is told. */
  readonly typename: string | null;
}

interface Wanted {
  readonly sentAs: string;
  readonly selections: RequiredSelection[] | undefined;
}

/** What a fetch requires of its entities. */
export interface Requirement {
  readonly requires: readonly RequiredSelection[];
  readonly inputRewrites?: readonly FetchDataRewrite[] | undefined;
}

/** Compiles what a fetch requires: for each concrete type once, into the text between the values. */
export class Representations {
  private readonly shapes = new Map<string, EntityShape | null>();

  private readonly requires: readonly RequiredSelection[];
  private readonly rewrites: readonly FetchDataRewrite[];

  constructor(
    private readonly slice: string,
    { requires, inputRewrites }: Requirement,
    private readonly types: TypeLattice,
  ) {
    this.requires = requires;
    this.rewrites = inputRewrites ?? [];
  }

  /** How an entity is told of where it holds all that is required; null where its type is not asked. */
  shapeOf({ __typename: name }: PlainObject): EntityShape | null {
    return typeof name === "string" ? this.shape(name, null) : null;
  }

  /**
   * How an entity is told of that lacks something, since a slice failed at it: each part of the requirement is told whole or
   * not at all, for some of what is asked may need the others only. Null where nothing can be told.
   */
  partialShapeOf(entity: PlainObject): EntityShape | null {
    const { __typename: name } = entity;
    if (typeof name !== "string") return null;
    const told = this.requires.map((_, index) => {
      const shape = this.shape(name, [index]);
      return shape !== null && textOf(shape, entity) !== null;
    });
    const indexes = told.flatMap((each, index) => (each ? [index] : []));
    return indexes.length === 0 ? null : this.shape(name, indexes);
  }

  private shape(name: string, parts: readonly number[] | null): EntityShape | null {
    const key = parts === null ? name : `${name} ${parts.join(" ")}`;
    const known = this.shapes.get(key);
    if (known !== undefined) return known;
    const requires = parts === null ? this.requires : this.requires.filter((_, index) => parts.includes(index));
    const shape = this.compile(requires, name, this.rewrites);
    const told = shape.parts.length > 0 || shape.end !== "{}";
    const made = told && this.types.slices.knows(this.slice, shape.typename ?? name) ? shape : null;
    if (this.types.has(name)) this.shapes.set(key, made);
    return made;
  }

  private compile(
    selections: readonly RequiredSelection[],
    typename: string | null,
    rewrites: readonly FetchDataRewrite[],
  ): EntityShape {
    const wanted = new Map<string, Wanted>();
    this.collect(selections, typename, wanted);
    const here = rewrites.flatMap((rewrite) => this.applying(rewrite, typename));
    const constants = constantsOf(here, typename);
    const added = [...constants.keys()].filter((key) => key !== "__typename" && !wanted.has(key));
    const parts: Part[] = [];
    let text = "{";
    for (const [index, key] of [...wanted.keys(), ...added].entries()) {
      const { sentAs = key, selections: below } = wanted.get(key) ?? {};
      text += `${index === 0 ? "" : ","}${JSON.stringify(sentAs)}:`;
      if (constants.has(key)) text += JSON.stringify(constants.get(key));
      else {
        parts.push({ prefix: text, key, below: below ? this.below(below, rewritesUnder(here, key)) : null });
        text = "";
      }
    }
    const size = [...wanted.values()].some(({ selections: below }) => below) ? -1 : wanted.size;
    const [only] = parts;
    const single = parts.length === 1 && only && !only.below ? only.key : null;
    const told = constants.get("__typename");
    return { parts, end: `${text}}`, size, single, typename: typeof told === "string" ? told : null };
  }

  private collect(selections: readonly RequiredSelection[], typename: string | null, into: Map<string, Wanted>): void {
    for (const selection of selections) {
      if (selection.kind === "InlineFragment") {
        const { typeCondition } = selection;
        if (typeCondition === undefined || (typename !== null && this.types.is(typename, typeCondition)))
          this.collect(selection.selections, typename, into);
        continue;
      }
      const key = selection.alias ?? selection.name;
      const known = into.get(key);
      if (known) known.selections?.push(...(selection.selections ?? []));
      else
        into.set(key, {
          sentAs: selection.sentAs ?? key,
          selections: selection.selections && [...selection.selections],
        });
    }
  }

  /** A rewrite's path below the conditions on the object's own type; none where they exclude it. */
  private applying(rewrite: FetchDataRewrite, typename: string | null): readonly FetchDataRewrite[] {
    const condition = conditionOf(rewrite.path[0]);
    if (condition === null) return [rewrite];
    if (typename !== null && !this.types.is(typename, condition)) return [];
    return this.applying({ ...rewrite, path: rewrite.path.slice(1) }, typename);
  }

  private below(selections: readonly RequiredSelection[], rewrites: readonly FetchDataRewrite[]): Below {
    const shapes = new Map<string, EntityShape>();
    const write: Below = (value) => {
      if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
      if (!isPlainObject(value)) return JSON.stringify(value ?? null);
      const typename = typeof value["__typename"] === "string" ? value["__typename"] : null;
      const shape = shapes.get(typename ?? "") ?? this.compile(selections, typename, rewrites);
      if (typename === null || this.types.has(typename)) shapes.set(typename ?? "", shape);
      return textOf(shape, value) ?? "null";
    };
    return write;
  }
}

/** What the slice is told whatever the entity holds: its own type, and what a rewrite sets. */
function constantsOf(rewrites: readonly FetchDataRewrite[], typename: string | null): ReadonlyMap<string, unknown> {
  const constants = new Map<string, unknown>(typename === null ? [] : [["__typename", typename]]);
  for (const rewrite of rewrites)
    if (rewrite.kind === "ValueSetter" && rewrite.path.length === 1)
      constants.set(rewrite.path[0] ?? "", rewrite.setValueTo);
  return constants;
}

const rewritesUnder = (rewrites: readonly FetchDataRewrite[], key: string): readonly FetchDataRewrite[] =>
  rewrites
    .filter(({ path }) => path[0] === key && path.length > 1)
    .map((rewrite) => ({ ...rewrite, path: rewrite.path.slice(1) }));

/** Whether an entity holds nothing but what its text tells, so that another of the same text is the same. */
export function tellsAll({ size }: EntityShape, entity: PlainObject): boolean {
  if (size < 0) return false;
  let count = 0;
  for (const _key in entity) count += 1;
  return count === size;
}

/** The JSON text that tells a slice of an entity; null where the entity lacks what has to be told. */
export function textOf({ parts, end }: EntityShape, object: PlainObject): string | null {
  let text = "";
  for (const { prefix, key, below } of parts) {
    const value = own(object, key);
    if (value === undefined) return null;
    text += prefix + (below ? below(value) : JSON.stringify(value));
  }
  return text + end;
}
