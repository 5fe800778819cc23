import { GraphQLError } from "graphql";

const firstSize = 256 * 1024;
/** A buffer that grew beyond this for one answer is let go after it. */
const keptSize = 4 * 1024 * 1024;
/** Bytes that one answer may have. */
const mostBytes = 64 * 1024 * 1024;

/** The answer to an operation is longer, or takes longer to write, than any client waits for. */
export const answerTooLarge = (): GraphQLError =>
  new GraphQLError("The answer is too large. Ask for less at once.", { extensions: { code: "QUERY_TOO_LARGE" } });

/** Longer texts are looked over and copied by Node as a whole; shorter ones are faster copied here. */
const shortText = 24;

/** What a JSON string escapes, and what takes more than a byte. */
const notPlain = /["\\]|[^ -~]/;

const quote = 0x22;
const backslash = 0x5c;

/** Bytes that JSON is written into; one serves all answers, for an answer is written without a break. */
export class JsonBuffer {
  private bytes = Buffer.allocUnsafeSlow(firstSize);
  /** Where the next byte is written. */
  at = 0;

  /** Writes bytes that are JSON already. */
  raw(piece: Buffer): void {
    const { length } = piece;
    this.reserve(length);
    const { bytes, at } = this;
    if (length > 24) bytes.set(piece, at);
    else for (let index = 0; index < length; index += 1) bytes[at + index] = piece[index]!;
    this.at = at + length;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.at] = value;
    this.at += 1;
  }

  /** Writes a text as a JSON string. */
  text(value: string): void {
    const { length } = value;
    this.reserve(length + 2);
    const written = length > shortText ? this.longText(value) : this.shortText(value);
    if (written) this.at += length + 2;
    else this.encoded(JSON.stringify(value));
  }

  private shortText(value: string): boolean {
    const { bytes, at } = this;
    const { length } = value;
    for (let index = 0; index < length; index += 1) {
      const code = value.charCodeAt(index);
      if (code < 0x20 || code > 0x7e || code === quote || code === backslash) return false;
      bytes[at + 1 + index] = code;
    }
    bytes[at] = quote;
    bytes[at + 1 + length] = quote;
    return true;
  }

  private longText(value: string): boolean {
    if (notPlain.test(value)) return false;
    const { bytes, at } = this;
    bytes[at] = quote;
    bytes.write(value, at + 1, "latin1");
    bytes[at + 1 + value.length] = quote;
    return true;
  }

  /** Writes any value as JSON. */
  json(value: unknown): void {
    this.encoded(JSON.stringify(value) ?? "null");
  }

  /** Writes what was written before once more. */
  again(start: number, end: number): void {
    const length = end - start;
    this.reserve(length);
    this.bytes.copyWithin(this.at, start, end);
    this.at += length;
  }

  /** Forgets what was written. */
  clear(): void {
    this.at = 0;
    if (this.bytes.length > keptSize) this.bytes = Buffer.allocUnsafeSlow(firstSize);
  }

  /** A copy of what was written, and an empty buffer. */
  take(): Buffer {
    const taken = Buffer.allocUnsafeSlow(this.at);
    this.bytes.copy(taken, 0, 0, this.at);
    this.clear();
    return taken;
  }

  private encoded(text: string): void {
    // UTF-8 takes at most three bytes for each unit of UTF-16; of a long text they are counted.
    this.reserve(text.length > keptSize ? Buffer.byteLength(text) : text.length * 3);
    this.at += this.bytes.write(text, this.at, "utf8");
  }

  private reserve(length: number): void {
    const needed = this.at + length;
    if (needed <= this.bytes.length) return;
    if (needed > mostBytes) throw answerTooLarge();
    const larger = Buffer.allocUnsafeSlow(Math.min(mostBytes, Math.max(needed, this.bytes.length * 2)));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
  }
}
