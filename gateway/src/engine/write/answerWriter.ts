import type { AnswerPath } from "../run/entityPaths";
import { badAnswerAt, mostErrors, type AnswerError } from "../run/sliceError";
import type { PlainObject } from "../compile/plainObject";
import { answerTooLarge, JsonBuffer } from "./jsonBuffer";
import type { ListShape, ValueShape } from "./answerShape";
import type { FieldShape, SelectionShape } from "./selectionShape";

const [comma, openList, closeList, openObject, closeObject] = [0x2c, 0x5b, 0x5d, 0x7b, 0x7d];
const nothing = Buffer.from("null");
const before = Buffer.from('{"data":');

/** The data of an answer that was written. */
export const dataOf = (json: Buffer): Buffer => json.subarray(before.length, -1);

/** Values that one answer may look at: many objects at many places each are copied, unless one of them lacks a part. */
const mostValues = 10_000_000;

const shared = new JsonBuffer();

/** What is written. */
export interface Written {
  /** `{"data":…}` */
  readonly json: Buffer;
  /** Values that are not of their type: each is null in the answer, or what holds it is. */
  readonly wrong: readonly AnswerError[];
  /** Values that may not be null and are not there: what holds them is null. */
  readonly missing: readonly AnswerError[];
}

/** Answers the selections on the schema itself. */
export type Introspect = (field: FieldShape) => unknown;

/**
 * Writes what the client selected of the merged data: its fields in its order, without what was fetched beside them. A null
 * that may not be one takes what holds it with it, up to what may be null (GraphQL, section 6.4.4). An object that stands
 * at several places is written once, and its bytes are copied.
 */
export function writeAnswer(data: unknown, shape: SelectionShape, introspect: Introspect): Written {
  const writer = new AnswerWriter(introspect);
  try {
    shared.raw(before);
    if (!writer.object(data, shape, 0)) shared.raw(nothing);
    shared.byte(closeObject);
    return { json: shared.take(), wrong: writer.wrong, missing: writer.missing };
  } finally {
    // What could not be written whole, such as a value that has no JSON, must not come into the next answer.
    shared.clear();
  }
}

class AnswerWriter {
  readonly wrong: AnswerError[] = [];
  readonly missing: AnswerError[] = [];
  private readonly out = shared;
  private readonly path: (string | number)[] = [];
  private values = 0;
  private readonly written: (Map<object, readonly [number, number]> | undefined)[] = [];

  constructor(private readonly introspect: Introspect) {}

  /** Writes an object; false, with nothing written, where it is null or has to be. */
  object(value: unknown, shape: SelectionShape, depth: number): boolean {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return this.refuse(value, depth);
    if (shape.repeat < 0) return this.fields(value as PlainObject, shape, depth);
    return this.onceOnly(value, shape.repeat, () => this.fields(value as PlainObject, shape, depth));
  }

  /** Writes what may stand at several places: the first time by `write`, then as the same bytes. */
  private onceOnly(value: object, repeat: number, write: () => boolean): boolean {
    const known = (this.written[repeat] ??= new Map<object, readonly [number, number]>());
    const bytes = known.get(value);
    if (bytes) {
      this.out.again(bytes[0], bytes[1]);
      return true;
    }
    const { at } = this.out;
    const count = this.faults;
    if (!write()) return false;
    // What lacks a part is written anew each time, so that each place has its error.
    if (count === this.faults) known.set(value, [at, this.out.at]);
    return true;
  }

  private fields(object: PlainObject, shape: SelectionShape, depth: number): boolean {
    const fields = shape.fields(object["__typename"]);
    if (!fields) return this.refuse(object, depth);
    this.look(fields.length);
    const { out } = this;
    const start = out.at;
    out.byte(openObject);
    for (let index = 0; index < fields.length; index += 1) {
      const field = fields[index]!;
      out.raw(index === 0 ? field.name : field.next);
      if (field.typename) {
        out.raw(field.typename);
        continue;
      }
      this.path[depth] = field.clientKey;
      if (field.introspection) {
        out.json(this.introspect(field));
        continue;
      }
      const { key } = field;
      const value = field.inherited && !Object.hasOwn(object, key) ? undefined : object[key];
      if (!this.value(value, field.value, depth + 1)) {
        return this.undo(start);
      }
    }
    out.byte(closeObject);
    return true;
  }

  /** Writes a value or null; false, with nothing written, where it is null and may not be. */
  private value(value: unknown, shape: ValueShape, depth: number): boolean {
    if (value !== null && value !== undefined) {
      const written = shape.leaf
        ? shape.leaf(this.out, value) || this.refuse(value, depth)
        : shape.list
          ? this.list(value, shape.list, depth)
          : this.object(value, shape.object!, depth);
      if (written) return true;
      if (!shape.nullable) return false;
    } else if (!shape.nullable) return this.refuse(null, depth);
    this.out.raw(nothing);
    return true;
  }

  private list(value: unknown, { items, holder, repeat }: ListShape, depth: number): boolean {
    if (!Array.isArray(value)) return this.refuse(value, depth);
    if (!holder || holder.repeat < 0) return this.items(value, items, depth);
    return this.onceOnly(value, repeat, () => this.items(value, items, depth));
  }

  private items(value: readonly unknown[], items: ValueShape, depth: number): boolean {
    this.look(value.length);
    const { out } = this;
    const start = out.at;
    out.byte(openList);
    for (let index = 0; index < value.length; index += 1) {
      if (index > 0) out.byte(comma);
      this.path[depth] = index;
      if (!this.value(value[index], items, depth + 1)) {
        return this.undo(start);
      }
    }
    out.byte(closeList);
    return true;
  }

  private look(count: number): void {
    this.values += count;
    if (this.values > mostValues) throw answerTooLarge();
  }

  private get faults(): number {
    return this.wrong.length + this.missing.length;
  }

  /** Takes back what was written since; what was remembered may stand there. */
  private undo(start: number): false {
    this.out.at = start;
    this.written.length = 0;
    return false;
  }

  private refuse(value: unknown, depth: number): false {
    if (this.faults >= mostErrors) return false;
    const path: AnswerPath = this.path.slice(0, depth);
    if (value === null || value === undefined) this.missing.push(badAnswerAt(path, "null"));
    else this.wrong.push(badAnswerAt(path, "wrong"));
    return false;
  }
}
