import type { ApolloServerPlugin } from "@apollo/server";
import { requestSignalOf, type HttpAnswer, type ShareAnswer } from "@corespond/kit";
import { OperationTypeNode } from "graphql";
import { LRUCache } from "lru-cache";

import type { GatewayContext } from "../gatewayContext";

/** A longer request is executed for itself. */
const longestBody = 64 * 1024;
/** How much of requests is remembered as queries, in characters. */
const remembered = 8 * 1024 * 1024;

/** Gives an answer that is under way to all who ask the same at the same time. */
export interface SharedRequests {
  readonly share: ShareAnswer;
  /** Remembers which requests change nothing: no other is shared. */
  readonly plugin: ApolloServerPlugin<GatewayContext>;
}

/**
 * Shares whole requests where nobody is told apart: the same bytes, with the same `Accept`, get the same answer. What a body
 * asks is known once it was executed; until then, and where it changes anything, each request is executed.
 */
export function sharedRequests(): SharedRequests {
  const queries = new LRUCache<string, true>({ maxSize: remembered, sizeCalculation: (_, key) => key.length });
  const underWay = new Map<string, UnderWay>();
  const keys = new WeakMap<AbortSignal, string>();
  return {
    async share(request, body, execute) {
      if (body.length > longestBody) return await execute();
      const key = `${request.headers.accept ?? ""}\n${body.toString("latin1")}`;
      const other = underWay.get(key);
      const answer = other && (await shared(other));
      if (answer) return answer;
      if (!queries.has(key)) {
        keys.set(requestSignalOf(request), key);
        return await execute();
      }
      const own = { answer: execute(), signal: requestSignalOf(request) };
      underWay.set(key, own);
      try {
        return await own.answer;
      } finally {
        if (underWay.get(key) === own) underWay.delete(key);
      }
    },
    plugin: {
      requestDidStart: () =>
        Promise.resolve({
          didResolveOperation({ contextValue: { signal }, operation }) {
            const key = signal && keys.get(signal);
            if (key !== undefined && operation?.operation === OperationTypeNode.QUERY) queries.set(key, true);
            return Promise.resolve();
          },
        }),
    },
  };
}

interface UnderWay {
  readonly answer: Promise<HttpAnswer>;
  /** Aborts when the client whose request is executed has left. */
  readonly signal: AbortSignal;
}

/** Another request's answer; undefined where that failed, was left by its client, or comes in parts. */
async function shared({ answer: other, signal }: UnderWay): Promise<HttpAnswer | undefined> {
  const answer = await other.catch(() => undefined);
  if (!answer || answer.status !== ok || signal.aborted) return undefined;
  return typeof answer.body === "string" || Buffer.isBuffer(answer.body) ? answer : undefined;
}

const ok = 200;
