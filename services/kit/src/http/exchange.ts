import { setMaxListeners } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { HttpProblem } from "./httpProblem";
import { requestId } from "./requestId";

/** The reason of an abort that no answer can reach any more. */
export class ClientGone extends Error {
  override readonly name = "ClientGone";
}

/** One request and its response, until the answer is sent or cannot be any more. */
export class Exchange {
  readonly id: string;
  /** The path of the request, without its search. */
  readonly path: string;
  #closed = false;
  #whenAborted: ((reason: Error) => void) | undefined;
  #whenClosed: (() => void) | undefined;
  #controller: AbortController | undefined;
  #reason: Error | undefined;

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
  ) {
    this.id = requestId(request.headers["x-request-id"]);
    this.path = pathOf(request.url ?? "/");
  }

  /**
   * Aborts with an `HttpProblem` at the deadline, and with `ClientGone` when the client has left. It is made when somebody
   * listens: a request that shares another's answer never needs it.
   */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      // As many fetches as an operation needs listen to it.
      setMaxListeners(0, this.#controller.signal);
      if (this.#reason !== undefined) this.#controller.abort(this.#reason);
    }
    return this.#controller.signal;
  }

  /** Whether the deadline has passed or the client has left. */
  get isAborted(): boolean {
    return this.#reason !== undefined;
  }

  abort(reason: Error): void {
    if (this.#reason !== undefined) return;
    this.#reason = reason;
    this.#controller?.abort(reason);
    this.#whenAborted?.(reason);
  }

  /** Nothing more is sent: the answer is delivered, or the connection is lost. */
  close(): void {
    this.#closed = true;
    this.#whenClosed?.();
  }

  /** Tells the one who sends the answer that nothing more is sent. */
  onClosed(told: () => void): void {
    if (this.#closed) told();
    else this.#whenClosed = told;
  }

  /** Awaits work for as long as the exchange lives; what the work does after that is nobody's concern. */
  until<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#reason === undefined) this.#whenAborted = reject;
      else reject(this.#reason);
      work.then(resolve, reject);
    });
  }
}

function pathOf(url: string): string {
  const end = url.indexOf("?");
  return end === -1 ? url : url.slice(0, end);
}

/** A request that knows its exchange. V8 collects no entry of a WeakMap with what is short-lived, and so kept every request. */
interface KnownRequest extends IncomingMessage {
  [known]?: Exchange;
}

const known = Symbol("exchange");

/** Opens the exchange that `requestIdOf` and `requestSignalOf` know the request by. */
export function openExchange(request: IncomingMessage, response: ServerResponse): Exchange {
  const exchange = new Exchange(request, response);
  (request as KnownRequest)[known] = exchange;
  return exchange;
}

function exchangeOf(request: KnownRequest): Exchange {
  const exchange = request[known];
  if (exchange === undefined) {
    throw new TypeError("Expected a request that serveHttp received, but got: another request.");
  }
  return exchange;
}

/** The id that the answer to this request carries as `x-request-id`. */
export function requestIdOf(request: IncomingMessage): string {
  return exchangeOf(request).id;
}

/** The signal that aborts when the request's time is up or its client has left. */
export function requestSignalOf(request: IncomingMessage): AbortSignal {
  return exchangeOf(request).signal;
}

/** Starts the clock of an exchange and returns how to stop it. */
export function startDeadline(exchange: Exchange, timeoutMs: number): () => void {
  const timer = setTimeout(() => exchange.abort(timeUp(exchange.request.complete)), timeoutMs);
  return () => clearTimeout(timer);
}

function timeUp(requestArrived: boolean): HttpProblem {
  return requestArrived
    ? new HttpProblem({ status: 504, code: "REQUEST_TIMEOUT", message: "The request took too long to answer." })
    : new HttpProblem({ status: 408, code: "REQUEST_TIMEOUT", message: "The request took too long to arrive." });
}
