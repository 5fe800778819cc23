import { z } from "zod";

const count = (least: number, most: number, fallback: number) =>
  z.number().int().min(least).max(most).default(fallback);

/** What one slice may cost the gateway before its part of an answer is given up. */
export const resilienceSchema = z
  .strictObject({
    /** Milliseconds that one fetch may take, waiting and repetition included. */
    timeoutMs: count(1, 600_000, 10_000),
    /** How often a read that met a failed connection, or 502, 503 or 504, is sent again; a mutation never is. */
    retries: count(0, 10, 2),
    /** Repetitions at most, in percent of the fetches to this slice: an outage is not answered with twice the load. */
    retryBudgetPercent: count(0, 100, 10),
    /** Fetches at once; more wait in the queue. */
    concurrency: count(1, 10_000, 64),
    /** Fetches that wait; more are given up at once. */
    queue: count(0, 100_000, 512),
    /** The share of failed fetches, in percent of those of the last 10 s, from which the slice is left alone; 100 never leaves it. */
    breakAtPercent: count(1, 100, 50),
    /** Milliseconds until a slice that is left alone is tried again, the first time; while it stays ill, up to ten times as many. */
    breakMs: count(1, 600_000, 1_000),
    /** Bytes that one answer may have. */
    answerBytes: count(1_024, 1_073_741_824, 32 * 1024 * 1024),
  })
  .readonly();

/** The settings of one slice's resilience. */
export type ResilienceSettings = z.infer<typeof resilienceSchema>;

/** What holds where nothing is configured. */
export const defaultResilience: ResilienceSettings = resilienceSchema.parse({});
