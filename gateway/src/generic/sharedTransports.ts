import { resilient } from "../resilience/resilient";
import { credentialHeaders } from "../slices/credentialHeaders";
import { httpTransport } from "../slices/httpTransport";
import type { SliceTransport } from "../slices/sliceTransport";

interface Shared {
  readonly transport: SliceTransport;
  users: number;
}

const open = (endpoint: URL): SliceTransport => resilient(httpTransport(endpoint, { headers: credentialHeaders }));

/** Kept-alive connections by a slice's address, shared by graphs that follow each other: a reload keeps them warm. */
export class SharedTransports {
  readonly #open = new Map<string, Shared>();

  /** A transport to this address; closing it closes the connections once nobody else uses them. */
  take(endpoint: URL): SliceTransport {
    const shared = this.#open.get(endpoint.href) ?? { transport: open(endpoint), users: 0 };
    this.#open.set(endpoint.href, shared);
    shared.users += 1;
    return {
      send: (request, by, signal) => shared.transport.send(request, by, signal),
      close: () => this.#leave(endpoint, shared),
    };
  }

  async #leave({ href }: URL, shared: Shared): Promise<void> {
    shared.users -= 1;
    if (shared.users > 0) return;
    this.#open.delete(href);
    await shared.transport.close();
  }
}
