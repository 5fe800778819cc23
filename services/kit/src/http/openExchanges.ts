import type { Socket } from "node:net";
import { ClientGone, type Exchange } from "./exchange";

/** Knows which exchanges are open on which socket, so that none outlives its client and a drain can wait for the rest. */
export class OpenExchanges {
  readonly #sockets = new Set<Socket>();
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
    this.#sockets.add(socket);
    socket.once("close", () => {
      this.#sockets.delete(socket);
      for (const exchange of this.#bySocket.get(socket) ?? []) {
        this.#remove(socket, exchange);
      }
    });
  }

  add(exchange: Exchange): void {
    const socket = exchange.request.socket;
    const open = this.#bySocket.get(socket) ?? new Set();
    this.#bySocket.set(socket, open.add(exchange));
    this.#size += 1;
    exchange.response.once("close", () => this.#remove(socket, exchange));
  }

  /** Whether a response is owed, or under way, on this socket. */
  isBusy(socket: Socket): boolean {
    return this.#bySocket.has(socket);
  }

  /**
   * Ends the connections that nothing is owed on. Node's own `closeIdleConnections` also cuts off an answer
   * that has been written but that its client is still reading.
   */
  closeIdleSockets(): void {
    for (const socket of this.#sockets) {
      if (!this.isBusy(socket)) {
        socket.destroy();
      }
    }
  }

  /** Resolves as soon as no exchange is open. */
  none(): Promise<void> {
    return this.#bySocket.size === 0 ? Promise.resolve() : new Promise((resolve) => this.#whenNone.push(resolve));
  }

  #remove(socket: Socket, exchange: Exchange): void {
    if (!exchange.response.writableFinished) {
      exchange.abort(new ClientGone("The client closed the connection."));
    }
    exchange.close();
    const open = this.#bySocket.get(socket);
    if (open?.delete(exchange)) this.#size -= 1;
    if (open?.size === 0) {
      this.#bySocket.delete(socket);
    }
    if (this.#bySocket.size === 0) {
      this.#whenNone.splice(0).forEach((resolve) => resolve());
    }
  }
}
