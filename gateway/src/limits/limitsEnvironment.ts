import { readEnvironment, variable, type EnvironmentCatalogue } from "@corespond/kit";
import { z } from "zod";

import { jsonSetting } from "../jsonSetting";
import { resilienceSchema, type ResilienceSettings } from "../resilience/resilienceSettings";
import type { TrustedDocument } from "../trusted/documentManifest";
import { documentRule, type DocumentRule } from "../trusted/documentRule";
import { readTrustedDocuments } from "../trusted/readTrustedDocuments";
import { gatewayLimits, limitSettings, type GatewayLimits } from "./gatewayLimits";

const sliceLimits = z.record(z.string(), z.record(z.string(), z.number()));

/** The variables that bound what clients can ask. */
export const limitsVariables = {
  CORESPOND_LIMITS: variable(
    jsonSetting(limitSettings, "limits as docs/limits.md lists them"),
    'What one request, one client and all together may ask, as JSON of those limits that differ from their defaults: {"depth": 15, "demand": {"maxCost": 20000}}; docs/limits.md lists them.',
    "{}",
  ),
  CORESPOND_TRUSTED_DOCUMENTS: variable(
    z.string().optional(),
    "A persisted query manifest as Apollo's tools write it, or a folder of them: the operations that clients may ask for by their id.",
  ),
  CORESPOND_TRUSTED_DOCUMENTS_ONLY: variable(
    documentRule,
    "Who may run registered operations only: `everybody`, or a list such as `role:ANALYST, client:partner-x`.",
    "",
  ),
} as const satisfies EnvironmentCatalogue;

/** The variable that bounds what slices in other processes can cost. */
export const sliceLimitsVariable = {
  CORESPOND_SLICE_LIMITS: variable(
    jsonSetting(sliceLimits, "settings by slice"),
    'How long, how often and how much at once the gateway asks a slice, as JSON by the slice\'s name, `*` for all: {"*": {"timeoutMs": 5000}}; docs/limits.md lists the settings.',
    "{}",
  ),
} as const satisfies EnvironmentCatalogue;

/** What bounds clients: limits, and the operations that they registered. */
export interface LimitsConfig {
  readonly limits: GatewayLimits;
  readonly trusted: { readonly documents: readonly TrustedDocument[]; readonly rule: DocumentRule };
}

/** Reads what bounds clients, where it differs from `base`. Throws where a manifest cannot be read. */
export function limitsConfig(environment: NodeJS.ProcessEnv, base?: GatewayLimits): LimitsConfig {
  const values = readEnvironment(limitsVariables, environment);
  const place = values.CORESPOND_TRUSTED_DOCUMENTS;
  const documents = place === undefined ? [] : readTrustedDocuments(place);
  return {
    limits: gatewayLimits(values.CORESPOND_LIMITS, base),
    trusted: { documents, rule: values.CORESPOND_TRUSTED_DOCUMENTS_ONLY },
  };
}

/** Reads what bounds a slice: its own settings before those of all. */
export function sliceLimitsConfig(environment: NodeJS.ProcessEnv): (slice: string) => ResilienceSettings {
  const { CORESPOND_SLICE_LIMITS: by } = readEnvironment(sliceLimitsVariable, environment);
  return (slice) => resilienceSchema.parse({ ...by["*"], ...by[slice] });
}
