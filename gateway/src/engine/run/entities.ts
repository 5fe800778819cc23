import type { CompiledFetch } from "../compile/compiledFetch";
import type { PathStep } from "../compile/flattenPath";
import { isPlainObject, own, put, type PlainObject } from "../compile/plainObject";

/** The entities of one part of a request: each representation once, with every object that its answer is merged into. */
export class Entities {
  /** JSON texts, in the order of the request. */
  readonly texts: string[] = [];
  readonly targets: PlainObject[][] = [];
  /** The values from above each entity, where the fetch takes any. */
  readonly contexts: (readonly unknown[])[] = [];
  private readonly indexes = new Map<string, number>();

  /** Adds what one fetch asks about. */
  collect(fetch: CompiledFetch, root: PlainObject): void {
    new Collector(fetch, this).walk(root, 0, { holder: null, key: "" });
  }

  /** Adds a representation once; whoever asks for it again gets the same index. */
  add(text: string, target: PlainObject): number {
    const known = this.indexes.get(text);
    if (known !== undefined) return known;
    const index = this.texts.length;
    this.indexes.set(text, index);
    this.append(text, target, []);
    return index;
  }

  /** Adds an entity with the values from above it: another of the same representation may have others. */
  append(text: string, target: PlainObject, contexts: readonly unknown[]): void {
    this.texts.push(text);
    this.targets.push([target]);
    this.contexts.push(contexts);
  }
}

/** Where a value stands, so that another can be put there. */
interface Spot {
  readonly holder: PlainObject | unknown[] | null;
  readonly key: string | number;
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

  constructor(
    private readonly fetch: CompiledFetch,
    private readonly entities: Entities,
  ) {
    this.path = fetch.path;
  }

  walk(value: unknown, at: number, spot: Spot): void {
    if (value === null || value === undefined) return;
    const step = this.path[at];
    if (step?.key === null) {
      if (Array.isArray(value)) this.items(value, at + 1, step);
      return;
    }
    if (Array.isArray(value)) {
      for (const [key, item] of value.entries()) this.walk(item, at, { holder: value, key });
      return;
    }
    if (!isPlainObject(value)) return;
    if (!step) {
      this.entity(value, spot);
      return;
    }
    this.above.push(value);
    const next = step.key === "" ? value : own(value, step.key);
    if (passes(next, step)) this.walk(next, at + 1, { holder: value, key: step.key });
    this.above.pop();
  }

  private items(list: unknown[], at: number, step: PathStep): void {
    for (let key = 0; key < list.length; key += 1)
      if (passes(list[key], step)) this.walk(list[key], at, { holder: list, key });
  }

  private entity(entity: PlainObject, { holder, key }: Spot): void {
    const { represent, contexts } = this.fetch;
    if (!represent) return;
    if (contexts.length > 0) {
      const text = represent.of(entity);
      if (text !== null) this.entities.append(text, entity, this.contextValues());
      return;
    }
    if (this.seen.has(entity)) return;
    const text = represent.of(entity);
    if (text === null) return;
    this.seen.add(entity);
    const count = this.entities.texts.length;
    const index = this.entities.add(text, entity);
    if (holder && represent.tellsAll(entity)) {
      const same = this.alike.get(index);
      if (same) {
        replace({ holder, key }, same);
        return;
      }
      this.alike.set(index, entity);
    }
    if (index < count) this.entities.targets[index]?.push(entity);
  }

  private contextValues(): readonly unknown[] {
    const values = new Map<string, unknown>();
    for (const { variable, read } of this.fetch.contexts) {
      const value = read(this.above);
      if (value !== undefined || !values.has(variable)) values.set(variable, value ?? null);
    }
    return [...values.values()];
  }
}

function replace({ holder, key }: Spot, entity: PlainObject): void {
  if (Array.isArray(holder)) holder[key as number] = entity;
  else if (holder) put(holder, key as string, entity);
}

function passes(value: unknown, { types }: PathStep): boolean {
  if (types === null || Array.isArray(value)) return true;
  return isPlainObject(value) && types.has(String(value["__typename"]));
}
