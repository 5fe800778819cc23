/** The ends of a head and of a chunk's size. */
const headEnd = Buffer.from("\r\n\r\n");
const lineEnd = Buffer.from("\r\n");

/**
 * Reads HTTP/1.1 answers off one connection as cheaply as can be: a status and the length of the body, of which not a byte
 * is looked at. Bodies come with their length or in chunks.
 */
export class AnswerReader {
  /** Bytes that are here and not understood yet: a part of a head, or of a chunk's size. */
  #rest = null;
  #status = 0;
  #bodyLength = 0;
  /** Bytes of the body, or of the chunk with its end of line, that are still to come; -1 while a head or a size is read. */
  #left = -1;
  #chunked = false;
  #lastChunk = false;

  /** `onAnswer(status, bodyLength)` is called for each whole answer. */
  constructor(onAnswer) {
    this.onAnswer = onAnswer;
  }

  read(bytes) {
    let chunk = this.#rest ? Buffer.concat([this.#rest, bytes]) : bytes;
    this.#rest = null;
    while (chunk.length > 0) {
      const taken = this.#left >= 0 ? this.#body(chunk) : this.#chunked ? this.#size(chunk) : this.#head(chunk);
      if (taken === 0) {
        this.#rest = chunk;
        return;
      }
      chunk = chunk.subarray(taken);
    }
  }

  #head(chunk) {
    const end = chunk.indexOf(headEnd);
    if (end < 0) return 0;
    const head = chunk.toString("latin1", 0, end).toLowerCase();
    this.#status = Number(head.slice(9, 12));
    this.#chunked = head.includes("transfer-encoding: chunked");
    this.#bodyLength = 0;
    this.#lastChunk = false;
    if (this.#chunked) return end + headEnd.length;
    this.#left = Number(/content-length: (\d+)/.exec(head)?.[1] ?? 0);
    this.#bodyLength = this.#left;
    if (this.#left === 0) this.#done();
    return end + headEnd.length;
  }

  #size(chunk) {
    const end = chunk.indexOf(lineEnd);
    if (end < 0) return 0;
    const size = Number.parseInt(chunk.toString("latin1", 0, end), 16);
    this.#lastChunk = size === 0;
    this.#bodyLength += size;
    this.#left = size + lineEnd.length;
    return end + lineEnd.length;
  }

  #body(chunk) {
    const taken = Math.min(this.#left, chunk.length);
    this.#left -= taken;
    if (this.#left > 0) return taken;
    this.#left = -1;
    if (!this.#chunked || this.#lastChunk) this.#done();
    return taken;
  }

  #done() {
    this.#left = -1;
    this.#chunked = false;
    this.onAnswer(this.#status, this.#bodyLength);
  }
}
