import type { IncomingMessage } from "node:http";
import { ClientGone } from "./exchange";
import { HttpProblem } from "./httpProblem";

/** Reads a request's body whole, and stops reading at the limit whatever the headers announce. */
export function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (announcesTooMuch(request, limitBytes)) {
      reject(tooLarge(limitBytes));
      return;
    }
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limitBytes) {
        request.pause();
        request.removeAllListeners("data");
        reject(tooLarge(limitBytes));
        return;
      }
      chunks.push(chunk);
    });
    request.on("end", () => resolve(wholeOf(chunks, bytes)));
    request.on("error", () => reject(new ClientGone("The client left before its request was complete.")));
  });
}

function wholeOf(chunks: readonly Buffer[], bytes: number): Buffer {
  const [first] = chunks;
  return first && chunks.length === 1 ? first : Buffer.concat(chunks, bytes);
}

/** Whether `content-length` alone is reason enough to refuse the body, so that it need not be sent (RFC 9110, 10.1.1). */
export function announcesTooMuch(request: IncomingMessage, limitBytes: number): boolean {
  return Number(request.headers["content-length"] ?? 0) > limitBytes;
}

function tooLarge(limitBytes: number): HttpProblem {
  return new HttpProblem({
    status: 413,
    code: "PAYLOAD_TOO_LARGE",
    message: `The request's body exceeds ${limitBytes} bytes.`,
  });
}
