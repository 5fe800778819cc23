import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { BaseContext } from "@apollo/server";
import { answerHeaders } from "./answerHeaders";
import { answerRequest } from "./answerRequest";
import { compressed, isCompressible } from "./compressAnswer";
import { contentEncoding } from "./contentEncoding";
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
    response.on("error", ignored);
    const exchange = openExchange(request, response);
    this.exchanges.add(exchange);
    try {
      const answer = await this.#answer(exchange);
      if (!exchange.isAborted) {
        await discardBody(request);
      }
      await this.#send(exchange, answer);
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

  async #answer(exchange: Exchange): Promise<HttpAnswer> {
    if (this.#closing !== undefined) {
      return drainingAnswer(exchange.path);
    }
    const refusal = this.#refusal(exchange);
    if (refusal !== undefined) {
      return problemAnswer(refusal);
    }
    const stopClock = startDeadline(exchange, this.settings.requestTimeoutMs);
    try {
      return await exchange.until(answerRequest(this.settings, exchange));
    } catch (error) {
      return this.#refuse(exchange, error);
    } finally {
      stopClock();
    }
  }

  async #send(exchange: Exchange, answer: HttpAnswer): Promise<void> {
    const { compression, cors, requestTimeoutMs } = this.settings;
    const whole = compression && isCompressible(answer) ? answer : undefined;
    const encoding = whole && contentEncoding(exchange.request.headers["accept-encoding"]);
    const body = whole && encoding ? await compressed(whole, encoding) : answer.body;
    const closing = this.#closing !== undefined;
    const headers = answerHeaders(exchange, answer, { cors, closing, encoding, compressible: whole !== undefined });
    await sendAnswer(exchange, { status: answer.status, headers, body }, requestTimeoutMs);
  }

  #refusal({ path }: Exchange): HttpProblem | undefined {
    return healthPaths.includes(path) ? undefined : this.#shedder?.refusal(this.exchanges.size);
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

function ignored(): void {}

function drainingAnswer(path: string): HttpAnswer {
  if (healthPaths.includes(path)) {
    return jsonAnswer(503, { status: "draining" });
  }
  const message = "This server is shutting down; send the request again.";
  return problemAnswer(
    new HttpProblem({ status: 503, code: "SERVICE_UNAVAILABLE", message, headers: { "retry-after": "1" } }),
  );
}
