import type { Duplex } from "node:stream";
import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import { HttpProblem, problemAnswer } from "./httpProblem";

/** Answers bytes that never became a request, on the bare socket, and closes it. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, headers, body } = problemAnswer(problemOf(error.code));
  const lines = Object.entries({
    ...headers,
    connection: "close",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-request-id": randomUUID(),
    "content-length": Buffer.byteLength(body as string),
  }).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("\r\n")}\r\n\r\n${body as string}`, () =>
    socket.destroy(),
  );
}

function problemOf(code: string | undefined): HttpProblem {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return new HttpProblem({
        status: 431,
        code: "PAYLOAD_TOO_LARGE",
        message: "The request's headers are too large.",
      });
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return new HttpProblem({ status: 408, code: "REQUEST_TIMEOUT", message: "The request took too long to arrive." });
    default:
      return new HttpProblem({ status: 400, code: "BAD_REQUEST", message: "The request is not valid HTTP." });
  }
}
