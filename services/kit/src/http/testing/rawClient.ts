import { once } from "node:events";
import { connect, type NetConnectOpts, type Socket } from "node:net";

/** A client that writes the bytes it is told to, well-formed or not. */
export class RawClient {
  #received = "";

  private constructor(readonly socket: Socket) {
    socket.setEncoding("latin1").on("data", (text: string) => (this.#received += text));
    // A reset is one of the endings that the tests provoke.
    socket.on("error", () => undefined);
  }

  static async connect(port: number, options: Partial<NetConnectOpts> = {}): Promise<RawClient> {
    const socket = connect({ host: "127.0.0.1", port, ...options });
    await once(socket, "connect");
    return new RawClient(socket);
  }

  send(text: string): this {
    this.socket.write(text, "latin1");
    return this;
  }

  /** Everything received, once the text stands in it. */
  async receive(text: string): Promise<string> {
    while (!this.#received.includes(text)) {
      await once(this.socket, "data");
    }
    return this.#received;
  }

  /** Everything received, once the server has closed the connection. */
  async closed(): Promise<string> {
    if (!this.socket.closed) {
      await new Promise((resolve) => this.socket.once("close", resolve));
    }
    return this.#received;
  }
}

/** The text of a GraphQL request over HTTP/1.1. */
export function postText(query: string, headers: readonly string[] = []): string {
  const body = JSON.stringify({ query });
  const lines = [
    "POST /graphql HTTP/1.1",
    "host: test",
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
    ...headers,
  ];
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}
