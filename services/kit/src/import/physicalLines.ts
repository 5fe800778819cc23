const lineFeed = 10;
const carriageReturn = 13;

/**
 * Tells how many lines end before a byte of a stream, where LF, CRLF and CR each end a line. csv-parse's own count
 * takes a CRLF inside quotes for two lines. Bytes are kept only until they have been counted.
 */
export class PhysicalLines {
  readonly #pending: Buffer[] = [];
  #counted = 0;
  #cursor = 0;
  #lines = 0;
  #afterCarriageReturn = false;

  /** Takes the stream's next bytes. */
  feed(chunk: Buffer): void {
    this.#pending.push(chunk);
  }

  /** Counts up to `offset`, which never decreases and never exceeds what was fed. */
  endedBefore(offset: number): number {
    for (let chunk = this.#pending[0]; chunk !== undefined && this.#counted < offset; chunk = this.#pending[0]) {
      const end = Math.min(chunk.length, this.#cursor + offset - this.#counted);
      this.#count(chunk, end);
      if (end === chunk.length) this.#pending.shift();
      this.#counted += end - this.#cursor;
      this.#cursor = end === chunk.length ? 0 : end;
    }
    return this.#lines;
  }

  #count(chunk: Buffer, end: number): void {
    for (let index = this.#cursor; index < end; index += 1) {
      const byte = chunk[index];
      if (byte === carriageReturn || (byte === lineFeed && !this.#afterCarriageReturn)) this.#lines += 1;
      this.#afterCarriageReturn = byte === carriageReturn;
    }
  }
}
