import type { z } from "zod";

import type { Delegations } from "../viewer/viewerHeaders";

/** What a slice asks of another: which function of which slice, and what it must be told. The consumer states the answer's shape. */
export interface PortQuestion<O> {
  readonly slice: string;
  readonly fn: string;
  readonly answer: z.ZodType<O>;
}

/** Asks other slices. Fails closed: an answer that does not come, or is not as stated, is an error, never an empty answer. */
export interface PortCaller {
  ask<O>(question: PortQuestion<O>, input: unknown): Promise<O>;
}

/**
 * How a question reaches another slice: in memory or over HTTP. The tokens go along, so that the slice that is asked may
 * ask others for the same viewer. The answer is plain JSON either way.
 */
export type PortTransport = (
  question: { readonly slice: string; readonly fn: string },
  input: unknown,
  tokens: Delegations,
) => Promise<unknown>;
