import type { LoadLimits } from "@corespond/kit";
import { z } from "zod";

import { budgetSchema, defaultBudget, type BudgetSettings } from "../budget/budgetSettings";
import { defaultDemand, demandSchema, type DemandSettings } from "../demand/demandSettings";
import { defaultLimits, type DocumentLimits } from "./documentLimits";

/** Everything that bounds what clients can ask of the gateway. */
export interface GatewayLimits {
  /** How much one document may ask for. */
  readonly document: DocumentLimits;
  /** Bytes of a request's body. */
  readonly bodyBytes: number;
  readonly load: LoadLimits;
  readonly demand: DemandSettings;
  readonly budget: BudgetSettings;
}

/** What holds where nothing is configured. */
export const defaultGatewayLimits: GatewayLimits = {
  document: defaultLimits,
  bodyBytes: 1024 * 1024,
  load: { inFlight: 1_000, loopDelayMs: 1_000 },
  demand: defaultDemand,
  budget: defaultBudget,
};

const count = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional();

/** The limits as `CORESPOND_LIMITS` names them: those that differ from the defaults. */
export const limitSettings = z
  .strictObject({
    ...{ tokens: count, depth: count, aliases: count, rootFields: count, directives: count, nodes: count },
    ...{ bodyBytes: count, inFlight: count, loopDelayMs: count },
    demand: demandSchema.optional(),
    budget: budgetSchema.optional(),
  })
  .readonly();

/** Limits that differ from the defaults. */
export type LimitSettings = z.infer<typeof limitSettings>;

/** The limits that hold where some differ from `base`. */
export function gatewayLimits(settings: LimitSettings, base: GatewayLimits = defaultGatewayLimits): GatewayLimits {
  const { bodyBytes = base.bodyBytes, inFlight, loopDelayMs, demand, budget, ...document } = settings;
  return {
    document: { ...base.document, ...given(document) },
    bodyBytes,
    load: { ...base.load, ...given({ inFlight, loopDelayMs }) },
    demand: { ...base.demand, ...given(demand ?? {}) },
    budget: { ...base.budget, ...given(budget ?? {}) },
  };
}

type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

const given = <T extends object>(settings: T): Given<T> =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as Given<T>;
