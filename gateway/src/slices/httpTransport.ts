import { traceHeaders } from "@corespond/kit";
import { Pool } from "undici";

import { AnswerCollector, type HeldBytes } from "./answerCollector";
import { isRead } from "../resilience/isRead";
import { SharedFetches } from "../sharing/sharedFetches";
import { untilAborted, type Started } from "../sharing/started";
import { readAnswer, type SliceBytes } from "./readAnswer";
import { tooSlow } from "./sliceFault";
import type { SliceCredentials, SliceQuestion, SliceTransport } from "./sliceTransport";

/** How a slice is reached over HTTP. */
export interface HttpTransportSettings {
  /** Whether reads that tell the slice of nobody are asked once for all who ask the same at the same time. Default: not. */
  readonly share?: boolean;
  /** What each request carries beside its content type: names and values in turn. Default: nothing. */
  readonly headers?: (by: SliceCredentials | undefined) => readonly string[];
  /** Kept-alive connections at most. Default 64. */
  readonly connections?: number;
  /** Bytes that one answer may have. Default 32 MiB. */
  readonly answerLimitBytes?: number;
  /** Milliseconds that one exchange may take, from its first byte to its last. Default 10 s. */
  readonly timeoutMs?: number;
}

const connectTimeoutMs = 2_000;

/** So many answers of the greatest length may come at once; what is more is given up, and memory stays bounded. */
const longAnswers = 4;

/** A slice's path, its headers and what is in memory of its answers. */
interface Asking {
  readonly pool: Pool;
  readonly path: string;
  readonly headers: (by: SliceCredentials | undefined) => readonly string[];
  readonly held: HeldBytes;
  readonly timeoutMs: number;
}

const plainHeaders: readonly string[] = ["content-type", "application/json", "accept", "application/json"];

/** Calls a slice over HTTP on kept-alive connections. `endpoint` is the address of its graph, with path and query. */
export function httpTransport(endpoint: URL, settings: HttpTransportSettings = {}): SliceTransport {
  const { headers = () => [], connections = 64, answerLimitBytes = 32 * 1024 * 1024, timeoutMs = 10_000 } = settings;
  const pool = new Pool(endpoint.origin, {
    connections,
    connect: { timeout: connectTimeoutMs },
    // The exchange's own timer bounds both, and what drips as well.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const held = { limitBytes: answerLimitBytes, allLimitBytes: longAnswers * answerLimitBytes, all: 0 };
  const asking: Asking = { pool, path: `${endpoint.pathname}${endpoint.search}`, headers, held, timeoutMs };
  const fetches = settings.share === true ? new SharedFetches<SliceBytes>() : null;
  return {
    async send(request, by, signal) {
      signal?.throwIfAborted();
      const { query, body = bodyOf(request), forwarded = [], onceIfEqual } = request;
      const mayShare = fetches !== null && by === undefined && isRead(query);
      const start = (): Started<SliceBytes> => startExchange(asking, { body, by, forwarded });
      const bytes = mayShare
        ? await fetches.ask(keyOf(body, forwarded), start, signal)
        : await untilAborted(start(), signal);
      return readAnswer(bytes, onceIfEqual);
    },
    close: () => pool.close(),
  };
}

const bodyOf = ({ query, variables }: SliceQuestion): string => JSON.stringify({ query, variables });

/** What is alike in all requests that one answer is for. */
const keyOf = (body: string, forwarded: readonly string[]): string =>
  forwarded.length === 0 ? body : `${JSON.stringify(forwarded)}${body}`;

interface Asked {
  readonly body: string;
  readonly by: SliceCredentials | undefined;
  readonly forwarded: readonly string[];
}

function startExchange({ timeoutMs, ...asking }: Asking, { body, by, forwarded }: Asked): Started<SliceBytes> {
  const collector = new AnswerCollector(asking.held);
  const timer = setTimeout(() => collector.stop(tooSlow(timeoutMs)), timeoutMs);
  const done = (): void => clearTimeout(timer);
  collector.answer.then(done, done);
  const headers = [...plainHeaders, ...traceHeaders(), ...asking.headers(by), ...forwarded];
  asking.pool.dispatch({ path: asking.path, method: "POST", headers, body }, collector);
  return collector;
}
