import type { CompiledFetch } from "../compile/compiledFetch";
import type { PathStep } from "../compile/flattenPath";
import { isPlainObject, own, put, type PlainObject } from "../compile/plainObject";
import { tellsAll, textOf, type EntityShape, type Representations } from "../compile/representation";

/** The entities of one part of a request: each representation once, with every object that its answer is merged into. */
export class Entities {
  /** JSON texts, in the order of the request. */
  readonly texts: string[] = [];
  readonly targets: PlainObject[][] = [];
  /** The values from above each entity, where the fetch takes any. */
  readonly contexts: (readonly unknown[])[] = [];
  private readonly indexes = new Map<EntityShape, Map<string, number>>();

  /** Adds what one fetch asks about. `represent` is the same for all fetches of a part. */
  collect(fetch: CompiledFetch, represent: Representations, root: PlainObject): void {
    new Collector({ fetch, represent, entities: this }).walk(root, 0);
  }

  /** Adds an entity, unless its representation is there already; gives the representation's index, or -1 where it has none. */
  add(shape: EntityShape, entity: PlainObject): number {
    const value = shape.single === null ? null : own(entity, shape.single);
    // A text that might be another entity's representation is told apart from it by its own.
    const isKey = typeof value === "string" && !value.startsWith("{");
    const text = isKey ? null : textOf(shape, entity);
    const key = isKey ? value : text;
    if (key === null) return -1;
    const indexes = this.indexes.get(shape) ?? new Map<string, number>();
    const known = indexes.get(key);
    if (known !== undefined) return known;
    this.indexes.set(shape, indexes);
    indexes.set(key, this.texts.length);
    this.append(text ?? textOf(shape, entity) ?? "", entity, []);
    return this.texts.length - 1;
  }

  /** Adds an entity with the values from above it: another of the same representation may have others. */
  append(text: string, target: PlainObject, contexts: readonly unknown[]): void {
    this.texts.push(text);
    this.targets.push([target]);
    this.contexts.push(contexts);
  }
}

interface Collecting {
  readonly fetch: CompiledFetch;
  readonly represent: Representations;
  readonly entities: Entities;
}

/**
 * Walks to the entities of one fetch. Where an entity holds nothing but what its representation tells, it is the same as
 * the first of that representation, and that one takes its place: what is merged into it later is merged once, and the
 * answer writes it once.
 */
class Collector {
  private readonly seen = new Set<PlainObject>();
  private readonly alike = new Map<number, PlainObject>();
  private readonly above: PlainObject[] = [];
  private readonly path: readonly PathStep[];
  private readonly lists = new Set<unknown[]>();
  /** Where the value stands that is walked to, so that another can be put there. */
  private holder: PlainObject | unknown[] | null = null;
  private key: string | number = "";

  constructor(private readonly collecting: Collecting) {
    this.path = collecting.fetch.path;
  }

  walk(value: unknown, at: number): void {
    if (value === null || value === undefined) return;
    const step = this.path[at];
    if (Array.isArray(value)) {
      if (!step || step.key !== null) this.items(value, at, null);
      else this.items(value, at + 1, step);
      return;
    }
    if (!isPlainObject(value)) return;
    if (!step) {
      this.entity(value);
      return;
    }
    if (step.key === null) return;
    const next = step.key === "" ? value : own(value, step.key);
    if (!passes(next, step)) return;
    this.above.push(value);
    this.holder = value;
    this.key = step.key;
    this.walk(next, at + 1);
    this.above.pop();
  }

  /** A list that stands at several places is walked once, unless what stands above its items counts. */
  private items(list: unknown[], at: number, step: PathStep | null): void {
    if (!this.collecting.fetch.apart) {
      if (this.lists.has(list)) return;
      this.lists.add(list);
    }
    for (let key = 0; key < list.length; key += 1) {
      if (step && !passes(list[key], step)) continue;
      this.holder = list;
      this.key = key;
      this.walk(list[key], at);
    }
  }

  private entity(entity: PlainObject): void {
    const { represent, entities, fetch } = this.collecting;
    let shape = represent.shapeOf(entity);
    if (!shape) return;
    if (fetch.apart) {
      this.append(textOf(shape, entity) ?? partialText(represent, entity), entity);
      return;
    }
    if (this.seen.has(entity)) return;
    this.seen.add(entity);
    const count = entities.texts.length;
    let index = entities.add(shape, entity);
    if (index < 0) {
      shape = represent.partialShapeOf(entity);
      if (!shape) return;
      index = entities.add(shape, entity);
    }
    if (tellsAll(shape, entity)) {
      const same = this.alike.get(index);
      if (same) {
        this.replaceBy(same);
        return;
      }
      this.alike.set(index, entity);
    }
    if (index < count) entities.targets[index]?.push(entity);
  }

  private replaceBy(entity: PlainObject): void {
    const { holder, key } = this;
    if (Array.isArray(holder)) holder[key as number] = entity;
    else if (holder) put(holder, key as string, entity);
  }

  private append(text: string | null, entity: PlainObject): void {
    if (text !== null) this.collecting.entities.append(text, entity, this.contextValues());
  }

  private contextValues(): readonly unknown[] {
    const values = new Map<string, unknown>();
    for (const { variable, read } of this.collecting.fetch.contexts) {
      const value = read(this.above);
      if (value !== undefined || !values.has(variable)) values.set(variable, value ?? null);
    }
    return [...values.values()];
  }
}

function partialText(represent: Representations, entity: PlainObject): string | null {
  const shape = represent.partialShapeOf(entity);
  return shape && textOf(shape, entity);
}

function passes(value: unknown, { types }: PathStep): boolean {
  if (types === null || Array.isArray(value)) return true;
  return isPlainObject(value) && types.has(String(value["__typename"]));
}
