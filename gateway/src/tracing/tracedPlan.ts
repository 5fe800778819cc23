import { tracer } from "@corespond/kit";
import type { Context } from "@opentelemetry/api";

import type { PlanTaken } from "../engine/engine";

/** Tells a request's trace of the plan that was made for it; one that was kept took no time. */
export function tracedPlan(parent: Context, { cached, ms }: PlanTaken): void {
  if (cached) return;
  tracer()
    .startSpan("graphql.plan", { startTime: performance.now() - ms }, parent)
    .end();
}
