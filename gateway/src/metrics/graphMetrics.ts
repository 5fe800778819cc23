import { isErrorCode } from "@corespond/kit";
import type * as Prometheus from "prom-client";

import type { PlanTaken } from "../engine/engine";
import { otherName } from "./boundedNames";
import { BoundedLabels, type ClientLabels, type LabelBounds } from "./boundedLabels";

/** A request that was answered. */
export interface AnsweredRequest extends ClientLabels {
  /** The code of the answer's first error; undefined where it has none. */
  readonly code: unknown;
  readonly seconds: number;
}

/** How a request to a slice ended: with an answer, without one, or given up because nobody waited any more. */
export type FetchOutcome = "answered" | "failed" | "abandoned";

/** In seconds: from what a kept-alive slice answers in at once, to the door's own deadline. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * What a gateway tells about its traffic, in Prometheus' text format. It holds durations and counts by names that are bounded:
 * neither ids of persons, nor anything of a document but its operation's name.
 */
export class GraphMetrics {
  readonly #labels: BoundedLabels;
  readonly #requests: Prometheus.Histogram<"operation" | "client" | "outcome">;
  readonly #inFlight: Prometheus.Gauge;
  readonly #refused: Prometheus.Counter<"outcome">;
  readonly #fetches: Prometheus.Histogram<"slice" | "outcome">;
  readonly #plans: Prometheus.Counter<"source">;
  readonly #planning: Prometheus.Histogram;

  constructor(
    { Counter, Gauge, Histogram }: typeof Prometheus,
    readonly registry: Prometheus.Registry,
    bounds?: LabelBounds,
  ) {
    const registers = [registry];
    this.#labels = new BoundedLabels(bounds);
    this.#requests = new Histogram({
      name: "corespond_request_duration_seconds",
      help: "Time from the arrival of an operation to its answer, or to the first part of it; the outcome is the code of its first error, or OK.",
      labelNames: ["operation", "client", "outcome"],
      ...{ buckets, registers },
    });
    this.#inFlight = new Gauge({
      name: "corespond_requests_in_flight",
      help: "Operations that are being answered.",
      registers,
    });
    this.#refused = new Counter({
      name: "corespond_requests_refused_total",
      help: "Requests that were refused before an operation was read: sign-ins, by the code of the error.",
      labelNames: ["outcome"],
      registers,
    });
    this.#fetches = new Histogram({
      name: "corespond_fetch_duration_seconds",
      help: "Time that a slice took for one request, repeats included: answered, failed, or abandoned with its client.",
      labelNames: ["slice", "outcome"],
      ...{ buckets, registers },
    });
    this.#plans = new Counter({
      name: "corespond_plans_total",
      help: "Plans that were taken: from the cache, those that another request was waiting for included, or made.",
      labelNames: ["source"],
      registers,
    });
    this.#planning = new Histogram({
      name: "corespond_planning_duration_seconds",
      help: "Time to plan and compile an operation that was not in the cache.",
      ...{ buckets, registers },
    });
  }

  requestStarted(): void {
    this.#inFlight.inc();
  }

  /** Every request that started ends once. */
  requestEnded(): void {
    this.#inFlight.dec();
  }

  answered({ code, seconds, ...request }: AnsweredRequest): void {
    this.#requests.observe({ ...this.#labels.of(request), outcome: outcomeOf(code) }, seconds);
  }

  refused(code: unknown): void {
    this.#refused.inc({ outcome: outcomeOf(code) });
  }

  /** `slice` is a name of the supergraph's. */
  fetched(slice: string, outcome: FetchOutcome, seconds: number): void {
    this.#fetches.observe({ slice, outcome }, seconds);
  }

  planned({ cached, ms }: PlanTaken): void {
    this.#plans.inc({ source: cached ? "cache" : "planner" });
    if (!cached) this.#planning.observe(ms / 1_000);
  }
}

/** Codes of the catalogue stand for themselves; a slice of somebody else's may say anything. */
function outcomeOf(code: unknown): string {
  if (code === undefined) return "OK";
  return isErrorCode(code) ? code : otherName;
}
