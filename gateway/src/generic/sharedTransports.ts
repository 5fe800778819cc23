import type { ResilienceSettings } from "../resilience/resilienceSettings";
import { sliceOverHttp } from "../slices/sliceOverHttp";
import type { SliceTransport } from "../slices/sliceTransport";

interface Shared {
  readonly transport: SliceTransport;
  users: number;
}

/** How slices are asked. */
export interface TransportSettings {
  /** What each slice may cost; by default all the same. */
  readonly limits?: (slice: string) => ResilienceSettings;
  /** Whether equal reads are asked once at a time. */
  readonly share: boolean;
}

/** Kept-alive connections by slice and address, shared by graphs that follow each other: a reload keeps them warm. */
export class SharedTransports {
  readonly #open = new Map<string, Shared>();

  constructor(private readonly settings: TransportSettings) {}

  /** A transport to a slice; closing it closes the connections once nobody else uses them. */
  take(slice: string, endpoint: URL): SliceTransport {
    const key = `${slice} ${endpoint.href}`;
    const shared = this.#open.get(key) ?? {
      transport: sliceOverHttp(endpoint, { limits: this.settings.limits?.(slice), share: this.settings.share }),
      users: 0,
    };
    this.#open.set(key, shared);
    shared.users += 1;
    return {
      send: (request, by, signal) => shared.transport.send(request, by, signal),
      close: () => this.#leave(key, shared),
    };
  }

  async #leave(key: string, shared: Shared): Promise<void> {
    shared.users -= 1;
    if (shared.users > 0) return;
    this.#open.delete(key);
    await shared.transport.close();
  }
}
