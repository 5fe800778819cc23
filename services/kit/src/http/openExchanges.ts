import type { Socket } from "node:net";
import { ClientGone, type Exchange } from "./exchange";

/** Knows which exchanges are open on which socket, so that none outlives its client and a drain can wait for the rest. */
export class OpenExchanges {
  readonly #bySocket = new Map<Socket, Set<Exchange>>();
  #whenNone: (() => void)[] = [];
  #size = 0;

  /** How many exchanges are open. */
  get size(): number {
    return this.#size;
  }

  /**
   * Follows a socket from its first moment. A response that waits behind another one on a pipelined
   * connection never hears of the socket's end, so the socket itself is what has to tell.
   */
  follow(socket: Socket): void {
    const open = new Set<Exchange>();
    this.#bySocket.set(socket, open);
    socket.once("close", () => {
      this.#bySocket.delete(socket);
      for (const exchange of open) {
        this.#remove(open, exchange);
      }
    });
  }

  add(exchange: Exchange): void {
    const open = this.#bySocket.get(exchange.request.socket) ?? new Set();
    open.add(exchange);
    this.#size += 1;
    exchange.response.on("close", () => this.#remove(open, exchange));
  }

  /** Whether a response is owed, or under way, on this socket. */
  isBusy(socket: Socket): boolean {
    return (this.#bySocket.get(socket)?.size ?? 0) > 0;
  }

  /**
   * Ends the connections that nothing is owed on. Node's own `closeIdleConnections` also cuts off an answer
   * that has been written but that its client is still reading.
   */
  closeIdleSockets(): void {
    for (const [socket, open] of this.#bySocket) {
      if (open.size === 0) {
        socket.destroy();
      }
    }
  }

  /** Resolves as soon as no exchange is open. */
  none(): Promise<void> {
    return this.#size === 0 ? Promise.resolve() : new Promise((resolve) => this.#whenNone.push(resolve));
  }

  #remove(open: Set<Exchange>, exchange: Exchange): void {
    if (!exchange.response.writableFinished) {
      exchange.abort(new ClientGone("The client closed the connection."));
    }
    exchange.close();
    if (open.delete(exchange)) this.#size -= 1;
    if (this.#size === 0) {
      this.#whenNone.splice(0).forEach((resolve) => resolve());
    }
  }
}
