import type { Dispatcher } from "undici";

import type { Started } from "../sharing/started";
import { checkHead, type SliceBytes } from "./readAnswer";
import { SliceFault } from "./sliceFault";

/** How much of a slice's answers is in memory, and how much may be: of one answer, and of all that are under way. */
export interface HeldBytes {
  readonly limitBytes: number;
  readonly allLimitBytes: number;
  all: number;
}

/**
 * Collects one answer's chunks: undici's own streams would cost more than the rest of the exchange. What is wrong with the
 * head, or too long, ends the exchange at once, so that no more of it is ever in memory.
 */
export class AnswerCollector implements Dispatcher.DispatchHandler, Started<SliceBytes> {
  readonly answer: Promise<SliceBytes>;
  readonly #held: HeldBytes;
  #resolve!: (answer: SliceBytes) => void;
  #reject!: (error: Error) => void;
  #chunks: Buffer[] = [];
  #bytes = 0;
  #status = 0;
  #controller: Dispatcher.DispatchController | undefined;
  #stopped: Error | undefined;

  constructor(held: HeldBytes) {
    this.#held = held;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** Ends the exchange, whether or not it has begun. */
  stop(reason: Error): void {
    if (this.#stopped) return;
    this.#stopped = reason;
    this.#release();
    this.#reject(reason);
    this.#controller?.abort(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#stopped) controller.abort(this.#stopped);
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    // 1xx comes before the answer (RFC 9110, section 15.2).
    if (status < 200) return;
    this.#status = status;
    try {
      checkHead(status, one(headers["content-type"]));
      if (Number(one(headers["content-length"]) ?? 0) > this.#held.limitBytes) throw this.#tooLarge();
    } catch (error) {
      this.stop(error as Error);
    }
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#stopped) return;
    const held = this.#held;
    this.#bytes += chunk.length;
    held.all += chunk.length;
    this.#chunks.push(chunk);
    if (this.#bytes > held.limitBytes || held.all > held.allLimitBytes) this.stop(this.#tooLarge());
  }

  onResponseEnd(): void {
    const [first] = this.#chunks;
    const whole = first && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks, this.#bytes);
    if (this.#stopped) return;
    this.#release();
    this.#resolve({ status: this.#status, body: whole });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (this.#stopped) return;
    this.#release();
    this.#reject(faultOf(error));
  }

  /** Called once, however the exchange ends. */
  #release(): void {
    this.#held.all -= this.#bytes;
    this.#bytes = 0;
    this.#chunks = [];
  }

  #tooLarge(): SliceFault {
    const { limitBytes, allLimitBytes } = this.#held;
    return new SliceFault(
      "tooLarge",
      `the body is longer than ${String(limitBytes)} bytes, or all under way than ${String(allLimitBytes)}`,
    );
  }
}

const one = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header);

function faultOf(error: Error): SliceFault {
  // This error carries the bytes that came, which no log may hold.
  if (error.name === "HTTPParserError") return new SliceFault("malformed", "what came is not HTTP");
  return new SliceFault("unreachable", "the connection failed", { cause: error });
}
