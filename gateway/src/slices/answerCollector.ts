import type { Dispatcher } from "undici";

import { checkHead } from "./readAnswer";
import { SliceFault } from "./sliceFault";

interface Collecting {
  readonly limitBytes: number;
  readonly resolve: (body: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Collects one answer's chunks: undici's own streams would cost more than the rest of the exchange. What is wrong with the
 * head, or too long, ends the exchange at once, so that no more of it is ever in memory.
 */
export class AnswerCollector implements Dispatcher.DispatchHandler {
  readonly #collecting: Collecting;
  readonly #chunks: Buffer[] = [];
  #bytes = 0;
  #controller: Dispatcher.DispatchController | undefined;
  #aborted: Error | undefined;

  constructor(collecting: Collecting) {
    this.#collecting = collecting;
  }

  /** Ends the exchange, whether or not it has begun. */
  abort(reason: Error): void {
    if (this.#aborted) return;
    this.#aborted = reason;
    this.#collecting.reject(reason);
    this.#controller?.abort(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#aborted) controller.abort(this.#aborted);
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    // 1xx comes before the answer (RFC 9110, section 15.2).
    if (status < 200) return;
    try {
      checkHead(status, one(headers["content-type"]));
      if (Number(one(headers["content-length"]) ?? 0) > this.#collecting.limitBytes) throw this.#tooLarge();
    } catch (error) {
      this.abort(error as Error);
    }
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#aborted) return;
    this.#bytes += chunk.length;
    if (this.#bytes > this.#collecting.limitBytes) this.abort(this.#tooLarge());
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [first] = this.#chunks;
    const whole = first && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks, this.#bytes);
    if (!this.#aborted) this.#collecting.resolve(whole);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (!this.#aborted) this.#collecting.reject(faultOf(error));
  }

  #tooLarge(): SliceFault {
    return new SliceFault("tooLarge", `the body is longer than ${String(this.#collecting.limitBytes)} bytes`);
  }
}

const one = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header);

/** undici's names for exchanges that nobody answered in time. */
const slow: ReadonlySet<unknown> = new Set(["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"]);

function faultOf(error: Error & { readonly code?: unknown }): SliceFault {
  const { code } = error;
  if (slow.has(code)) return new SliceFault("slow", "no more of it came in time", { cause: error });
  // This error carries the bytes that came, which no log may hold.
  if (error.name === "HTTPParserError") return new SliceFault("malformed", "what came is not HTTP");
  return new SliceFault("unreachable", "the connection failed", { cause: error });
}
