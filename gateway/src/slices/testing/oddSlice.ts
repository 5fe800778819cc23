import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A slice that answers whatever a test wants, over real HTTP. */
export interface OddSlice {
  readonly url: URL;
  /** Requests so far. */
  readonly asked: () => number;
  /** Answers from now on. */
  readonly answer: (listener: RequestListener) => void;
  /** Resolves when the next client has cut its connection in the midst of an exchange. */
  readonly nextCut: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts it on a free port. */
export async function startOddSlice(): Promise<OddSlice> {
  let asked = 0;
  let listener: RequestListener = json({ data: { ok: true } });
  let cut: () => void = () => undefined;
  const server: Server = createServer((request: IncomingMessage, response: ServerResponse) => {
    asked += 1;
    response.once("close", () => {
      if (!response.writableFinished) cut();
    });
    request.resume().once("end", () => listener(request, response));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: new URL(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql?v=1`),
    asked: () => asked,
    answer: (next) => (listener = next),
    nextCut: () => new Promise((resolve) => (cut = resolve)),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Answers JSON, or a text as it stands, with what else is wanted of the head. */
export function json(body: unknown, { status = 200, type = "application/json" } = {}): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { "content-type": type });
    response.end(typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  };
}
