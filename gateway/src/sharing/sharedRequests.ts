import type { IncomingMessage } from "node:http";

import type { ApolloServerPlugin } from "@apollo/server";
import { requestSignalOf, type HttpAnswer, type ShareAnswer } from "@corespond/kit";
import { OperationTypeNode } from "graphql";
import { LRUCache } from "lru-cache";

import type { GatewayContext } from "../gatewayContext";
import { forwardedHeaders } from "../slices/forwardedHeaders";

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
 * Shares whole requests where nobody is told apart: the same bytes, with the same `Accept` and the same of the headers that
 * slices get, get the same answer. What a body asks is known once it was executed; until then, and where it changes
 * anything, each request is executed.
 */
export function sharedRequests(forward: readonly string[]): SharedRequests {
  const queries = new LRUCache<string, true>({ maxSize: remembered, sizeCalculation: (_, key) => key.length });
  const underWay = new Map<string, UnderWay>();
  const keys = new WeakMap<AbortSignal, string>();
  return {
    async share(request, body, execute) {
      if (body.length > longestBody) return await execute();
      const key = body.toString("latin1");
      const alike = `${headersOf(request, forward)}\n${key}`;
      const other = underWay.get(alike);
      const theirs = other && (await answerOf(other));
      if (theirs) return theirs;
      if (!queries.has(key)) {
        keys.set(requestSignalOf(request), key);
        return await execute();
      }
      const answer = execute();
      const own = { whole: wholeOf(answer), signal: requestSignalOf(request) };
      underWay.set(alike, own);
      try {
        return await answer;
      } finally {
        if (underWay.get(alike) === own) underWay.delete(alike);
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
  /** The answer; undefined where it fails, or comes in parts. */
  readonly whole: Promise<HttpAnswer | undefined>;
  /** Aborts when the client whose request is executed has left. */
  readonly signal: AbortSignal;
}

/** What of a request's headers changes its answer. */
function headersOf({ headers }: IncomingMessage, forward: readonly string[]): string {
  const { accept = "" } = headers;
  return forward.length === 0 ? accept : JSON.stringify([accept, forwardedHeaders(headers, forward)]);
}

/** Another request's answer; undefined where it is no answer for others, or its client has left. */
async function answerOf({ whole, signal }: UnderWay): Promise<HttpAnswer | undefined> {
  const answer = await whole;
  return signal.aborted ? undefined : answer;
}

async function wholeOf(execution: Promise<HttpAnswer>): Promise<HttpAnswer | undefined> {
  const answer = await execution.catch(() => undefined);
  if (answer?.status !== ok) return undefined;
  return typeof answer.body === "string" || Buffer.isBuffer(answer.body) ? answer : undefined;
}

const ok = 200;
