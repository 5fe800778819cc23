import type { OutgoingHttpHeaders } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ClientGone, type Exchange } from "./exchange";
import { errorCode } from "./errorCode";
import type { HttpAnswer } from "./httpAnswer";

/** An answer with all of its headers but its length. */
interface Sent extends Pick<HttpAnswer, "status" | "body"> {
  readonly headers: OutgoingHttpHeaders;
}

/** Sends an answer, and gives the client `timeoutMs` to take it. */
export async function sendAnswer(exchange: Exchange, answer: Sent, timeoutMs: number): Promise<void> {
  const { request, response } = exchange;
  if (response.destroyed || response.headersSent) {
    return;
  }
  const { status, headers, body } = answer;
  if (typeof body !== "string" && !Buffer.isBuffer(body)) {
    response.writeHead(status, headers);
    limitTime(exchange, timeoutMs);
    await sendParts(exchange, body);
    return;
  }
  if (status !== 204) headers["content-length"] = Buffer.byteLength(body);
  response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : body);
  if (!isWithKernel(exchange)) limitTime(exchange, timeoutMs);
}

/** Whether nothing of an ended answer waits in this process: most clients' sockets take it at once. */
function isWithKernel({ response }: Exchange): boolean {
  return response.socket?.writableLength === 0;
}

function limitTime(exchange: Exchange, timeoutMs: number): void {
  const timer = setTimeout(() => exchange.response.destroy(), timeoutMs);
  exchange.onClosed(() => clearTimeout(timer));
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
