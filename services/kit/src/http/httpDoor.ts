import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { BaseContext } from "@apollo/server";
import { answerRequest, pathOf } from "./answerRequest";
import { compressAnswer, isCompressible } from "./compressAnswer";
import { corsHeaders } from "./cors";
import { discardBody } from "./discardBody";
import { drain } from "./drain";
import { ClientGone, openExchange, startDeadline, type Exchange } from "./exchange";
import { jsonAnswer, type HttpAnswer } from "./httpAnswer";
import { HttpProblem, internalProblem, problemAnswer } from "./httpProblem";
import type { HttpSettings } from "./httpServerOptions";
import { LoadShedder } from "./loadShedder";
import { OpenExchanges } from "./openExchanges";
import { sendAnswer } from "./sendAnswer";

const healthPaths: readonly string[] = ["/health", "/ready"];

/** Takes each exchange from request to answer, and knows whether the server still takes new ones. */
export class HttpDoor<C extends BaseContext> {
  readonly exchanges = new OpenExchanges();
  readonly #shedder: LoadShedder | undefined;
  #closing: Promise<void> | undefined;

  constructor(
    private readonly settings: HttpSettings<C>,
    private readonly server: Server,
  ) {
    this.#shedder = settings.load && new LoadShedder(settings.load);
  }

  /** Answers one request; never rejects, since nobody would be there to hear it. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Reports the client's departure, which the socket has told already; unheard, it would end the process.
    response.on("error", () => undefined);
    const exchange = openExchange(request, response);
    this.exchanges.add(exchange);
    this.#setStandingHeaders(exchange);
    try {
      const answer = await this.#answer(exchange);
      if (!exchange.isAborted) {
        await discardBody(request);
      }
      if (this.#closing !== undefined) {
        response.setHeader("connection", "close");
      }
      await sendAnswer(exchange, await this.#encoded(exchange, answer), this.settings.requestTimeoutMs);
    } catch (error) {
      if (!(error instanceof ClientGone)) {
        this.settings.reportError?.(error, exchange.id);
      }
      response.destroy();
    }
  }

  /** Drains and closes; called again it waits for the first call. */
  close(graceMs: number): Promise<void> {
    this.#closing ??= drain(this.server, this.exchanges, graceMs).finally(() => this.#shedder?.stop());
    return this.#closing;
  }

  #setStandingHeaders({ id, request, response }: Exchange): void {
    response.setHeader("x-request-id", id);
    response.setHeader("cache-control", "no-store");
    response.setHeader("x-content-type-options", "nosniff");
    for (const [name, value] of Object.entries(corsHeaders(this.settings.cors, request.headers))) {
      response.setHeader(name, value);
    }
  }

  async #answer(exchange: Exchange): Promise<HttpAnswer> {
    if (this.#closing !== undefined) {
      return drainingAnswer(pathOf(exchange.request));
    }
    const refusal = this.#refusal(exchange);
    if (refusal !== undefined) {
      return problemAnswer(refusal);
    }
    const stopClock = startDeadline(exchange, this.settings.requestTimeoutMs);
    try {
      return await exchange.until(answerRequest(this.settings, exchange.request));
    } catch (error) {
      return this.#refuse(exchange, error);
    } finally {
      stopClock();
    }
  }

  async #encoded({ request, response }: Exchange, answer: HttpAnswer): Promise<HttpAnswer> {
    if (!this.settings.compression || !isCompressible(answer)) return answer;
    response.appendHeader("vary", "accept-encoding");
    return await compressAnswer(answer, request.headers["accept-encoding"]);
  }

  #refusal({ request }: Exchange): HttpProblem | undefined {
    return healthPaths.includes(pathOf(request)) ? undefined : this.#shedder?.refusal(this.exchanges.size);
  }

  #refuse({ id }: Exchange, error: unknown): HttpAnswer {
    if (error instanceof ClientGone) {
      throw error;
    }
    if (error instanceof HttpProblem) {
      return problemAnswer(error);
    }
    this.settings.reportError?.(error, id);
    return problemAnswer(internalProblem());
  }
}

function drainingAnswer(path: string): HttpAnswer {
  if (healthPaths.includes(path)) {
    return jsonAnswer(503, { status: "draining" });
  }
  const message = "This server is shutting down; send the request again.";
  return problemAnswer(
    new HttpProblem({ status: 503, code: "SERVICE_UNAVAILABLE", message, headers: { "retry-after": "1" } }),
  );
}
