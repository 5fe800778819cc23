import { setMaxListeners } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { HttpProblem } from "./httpProblem";
import { requestId } from "./requestId";

/** The reason of an abort that no answer can reach any more. */
export class ClientGone extends Error {
  override readonly name = "ClientGone";
}

/** One request and its response, with the signal that stops the work on it. */
export interface Exchange {
  readonly id: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Aborts with an `HttpProblem` at the deadline, and with `ClientGone` when the client has left. */
  readonly signal: AbortSignal;
  readonly abort: (reason: Error) => void;
}

const exchanges = new WeakMap<IncomingMessage, Exchange>();

/** Opens the exchange that `requestIdOf` and `requestSignalOf` know the request by. */
export function openExchange(request: IncomingMessage, response: ServerResponse): Exchange {
  const controller = new AbortController();
  // As many fetches as an operation needs listen to it.
  setMaxListeners(0, controller.signal);
  const exchange: Exchange = {
    id: requestId(request.headers["x-request-id"]),
    request,
    response,
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
  };
  exchanges.set(request, exchange);
  return exchange;
}

function exchangeOf(request: IncomingMessage): Exchange {
  const exchange = exchanges.get(request);
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
export function startDeadline({ request, abort }: Exchange, timeoutMs: number): () => void {
  const timer = setTimeout(() => abort(timeUp(request.complete)), timeoutMs);
  return () => clearTimeout(timer);
}

function timeUp(requestArrived: boolean): HttpProblem {
  return requestArrived
    ? new HttpProblem({ status: 504, code: "REQUEST_TIMEOUT", message: "The request took too long to answer." })
    : new HttpProblem({ status: 408, code: "REQUEST_TIMEOUT", message: "The request took too long to arrive." });
}

/** Awaits work for as long as the exchange lives; what the work does after that is nobody's concern. */
export function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) {
      stop();
    }
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
