import type { Logger } from "pino";

import type { RequestContext } from "../context/requestContext";
import { sealAudit } from "./sealAudit";

const sealEveryMs = 10_000;

/** Seals a slice's audit again and again, outside of every request. The log keeps each block's hash: an anchor elsewhere. */
export class AuditSealer {
  readonly #contextOf: () => RequestContext;
  readonly #log: Logger;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(contextOf: () => RequestContext, log: Logger) {
    this.#contextOf = contextOf;
    this.#log = log;
  }

  /** Begins. */
  start(): void {
    this.#timer = setInterval(() => void this.wake(), sealEveryMs);
    this.#timer.unref();
    void this.wake();
  }

  /** Seals what can be sealed now. */
  async wake(): Promise<void> {
    this.#running = this.#running.then(() => this.#seal());
    await this.#running;
  }

  /** Stops after the block under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #seal(): Promise<void> {
    if (this.#stopped) return;
    try {
      for await (const block of sealAudit(this.#contextOf)) {
        this.#log.info({ auditBlock: block }, "a block of the audit is sealed");
        if (this.#stopped) return;
      }
    } catch (error) {
      this.#log.error({ err: error }, "the audit could not be sealed; its unsealed rows age");
    }
  }
}
