import type { IncomingMessage } from "node:http";

const patienceMs = 2_000;
const patienceBytes = 8 * 1024 * 1024;

/**
 * Reads and drops what is left of a refused body, within bounds. Closing a socket with unread data resets
 * it, and the client would lose the answer that says why (RFC 9112, 9.6).
 */
export function discardBody(request: IncomingMessage): Promise<void> {
  const waitsForLeave = request.headers.expect !== undefined && !request.readableDidRead;
  if (request.complete || request.destroyed || waitsForLeave) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    let bytes = 0;
    const drop = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes > patienceBytes) {
        finish();
      }
    };
    const finish = (): void => {
      clearTimeout(timer);
      request.off("data", drop).off("end", finish).off("close", finish).pause();
      resolve();
    };
    const timer = setTimeout(finish, patienceMs);
    request.on("data", drop).on("end", finish).on("close", finish).resume();
  });
}
