import { Pool } from "undici";

import { AnswerCollector, type HeldBytes } from "./answerCollector";
import { readAnswer } from "./readAnswer";
import type { SliceCredentials, SliceTransport } from "./sliceTransport";

/** How a slice is reached over HTTP. */
export interface HttpTransportSettings {
  /** What each request carries beside its content type: names and values in turn. Default: nothing. */
  readonly headers?: (by: SliceCredentials | undefined) => readonly string[];
  /** Kept-alive connections at most. Default 64. */
  readonly connections?: number;
  /** Bytes that one answer may have. Default 32 MiB. */
  readonly answerLimitBytes?: number;
  /** How long nothing may come, in milliseconds; `resilient` bounds the whole. Default 10 s. */
  readonly idleTimeoutMs?: number;
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
}

const plainHeaders: readonly string[] = ["content-type", "application/json", "accept", "application/json"];

/** Calls a slice over HTTP on kept-alive connections. `endpoint` is the address of its graph, with path and query. */
export function httpTransport(endpoint: URL, settings: HttpTransportSettings = {}): SliceTransport {
  const {
    headers = () => [],
    connections = 64,
    answerLimitBytes = 32 * 1024 * 1024,
    idleTimeoutMs = 10_000,
  } = settings;
  const pool = new Pool(endpoint.origin, {
    connections,
    connect: { timeout: connectTimeoutMs },
    headersTimeout: idleTimeoutMs,
    bodyTimeout: idleTimeoutMs,
  });
  const held = { limitBytes: answerLimitBytes, allLimitBytes: longAnswers * answerLimitBytes, all: 0 };
  const asking: Asking = { pool, path: `${endpoint.pathname}${endpoint.search}`, headers, held };
  return {
    async send(request, by, signal) {
      signal?.throwIfAborted();
      return readAnswer(await exchanged(asking, { body: request.body ?? JSON.stringify(request), by }, signal));
    },
    close: () => pool.close(),
  };
}

interface Asked {
  readonly body: string;
  readonly by: SliceCredentials | undefined;
}

function exchanged({ pool, path, headers, held }: Asking, asked: Asked, signal?: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const done = (): void => signal?.removeEventListener("abort", stop);
    const collector = new AnswerCollector({
      held,
      resolve: (body) => {
        done();
        resolve(body);
      },
      reject: (error) => {
        done();
        reject(error);
      },
    });
    const stop = (): void => collector.abort(signal?.reason as Error);
    signal?.addEventListener("abort", stop, { once: true });
    pool.dispatch(
      { path, method: "POST", headers: [...plainHeaders, ...headers(asked.by)], body: asked.body },
      collector,
    );
  });
}
