import { request } from "undici";

import { eventsSignatureHeader, signEvents } from "../events/eventsSignature";
import type { EventSubscriber } from "../events/outboxRelay";

const timeoutMs = 10_000;

/** A slice in another process that is handed every event; it ignores those that it does not consume. */
export function httpEventSubscriber(slice: string, url: string, eventsKey: string): EventSubscriber {
  return {
    slice,
    wants: () => true,
    async deliver(events) {
      const body = JSON.stringify(events);
      const { statusCode, body: answer } = await request(new URL("/events", url), {
        method: "POST",
        headers: { "content-type": "application/json", [eventsSignatureHeader]: signEvents(body, eventsKey) },
        body,
        signal: AbortSignal.timeout(timeoutMs),
      });
      await answer.dump();
      if (statusCode !== 200)
        throw new Error(`The slice "${slice}" answered ${String(statusCode)} to a delivery of events.`);
    },
  };
}
