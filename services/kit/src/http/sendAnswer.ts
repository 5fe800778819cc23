import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ClientGone, type Exchange } from "./exchange";
import { errorCode } from "./errorCode";
import type { HttpAnswer } from "./httpAnswer";

/** Sends an answer with the headers that every answer carries, and gives the client `timeoutMs` to take it. */
export async function sendAnswer(exchange: Exchange, answer: HttpAnswer, timeoutMs: number): Promise<void> {
  const { request, response } = exchange;
  if (response.destroyed || response.headersSent) {
    return;
  }
  const timer = setTimeout(() => response.destroy(), timeoutMs);
  exchange.onClosed(() => clearTimeout(timer));
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers ?? {})) {
    response.setHeader(name, value);
  }
  if (!request.complete) {
    response.setHeader("connection", "close");
  }
  if (typeof answer.body === "string" || Buffer.isBuffer(answer.body)) {
    sendWhole(exchange, answer.body);
    return;
  }
  await sendParts(exchange, answer.body);
}

function sendWhole({ request, response }: Exchange, body: string | Buffer): void {
  if (response.statusCode !== 204) {
    response.setHeader("content-length", Buffer.byteLength(body));
  }
  response.end(request.method === "HEAD" ? undefined : body);
}

async function sendParts(exchange: Exchange, parts: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(parts), exchange.response);
  } catch (error) {
    exchange.response.destroy();
    if (errorCode(error) !== "ERR_STREAM_PREMATURE_CLOSE") {
      throw error;
    }
    exchange.abort(new ClientGone("The client left before the answer was complete."));
  }
}
