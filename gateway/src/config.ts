import { readFileSync } from "node:fs";

import { readEnvironment, sliceVariable } from "@corespond/kit";
import { doorSettings, type DoorSettings } from "./doorSettings";
import {
  gatewayEnvironment,
  gatewaySliceEnvironment,
  genericGatewayEnvironment,
  genericSliceEnvironment,
} from "./gatewayEnvironment";
import { genericGatewayLimits } from "./generic/genericLimits";
import type { EngineName } from "./graphEngine";
import type { IssuerSettings } from "./identity/issuerSettings";
import { limitsConfig, sliceLimitsConfig, type LimitsConfig } from "./limits/limitsEnvironment";
import { metricsSettings, type MetricsSettings } from "./metrics/metricsEnvironment";
import { showsPlans } from "./plans/planEnvironment";
import type { ResilienceSettings } from "./resilience/resilienceSettings";
import type { Sharing } from "./sharing/sharing";
import { supergraphSlices } from "./slices/supergraphSlices";

/** What a gateway in a process of its own is configured with. */
export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly issuers: readonly IssuerSettings[];
  readonly supergraphSdl: string;
  readonly corsOrigins: readonly string[];
  readonly engine: EngineName;
  readonly door: DoorSettings;
  readonly metrics: MetricsSettings | undefined;
  readonly showsPlans: boolean;
  /** The collector of traces. */
  readonly tracesTo: string | undefined;
  readonly slices: Readonly<Record<string, { readonly url: string; readonly viewerKey: string }>>;
  readonly limits: LimitsConfig;
  readonly sliceLimits: (slice: string) => ResilienceSettings;
}

/** Reads the gateway's environment and supergraph. */
export function gatewayConfig(environment: NodeJS.ProcessEnv = process.env): GatewayConfig {
  const values = readEnvironment(gatewayEnvironment, environment);
  const supergraphSdl = readFileSync(values.CORESPOND_SUPERGRAPH, "utf8");
  return {
    host: values.HOST,
    port: values.PORT,
    logLevel: values.LOG_LEVEL,
    issuers: values.CORESPOND_ISSUERS,
    supergraphSdl,
    limits: limitsConfig(environment),
    sliceLimits: sliceLimitsConfig(environment),
    corsOrigins: values.CORESPOND_CORS_ORIGINS,
    engine: values.CORESPOND_ENGINE,
    door: doorSettings(values),
    metrics: metricsSettings(values),
    showsPlans: showsPlans(values),
    tracesTo: values.OTEL_EXPORTER_OTLP_ENDPOINT,
    slices: Object.fromEntries(
      supergraphSlices(supergraphSdl).map(({ name }) => [name, sliceConfig(name, environment)]),
    ),
  };
}

function sliceConfig(
  slice: string,
  environment: NodeJS.ProcessEnv,
): { readonly url: string; readonly viewerKey: string } {
  const values = readEnvironment(gatewaySliceEnvironment(slice), environment) as Readonly<Record<string, string>>;
  const prefix = slice.toUpperCase();
  return { url: values[`${prefix}_URL`] ?? "", viewerKey: values[`${prefix}_VIEWER_KEY`] ?? "" };
}

/** What a gateway over any supergraph is configured with. */
export interface GenericGatewayConfig {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly corsOrigins: readonly string[];
  readonly share: Sharing;
  /** The client's headers that slices get as they are. */
  readonly forward: readonly string[];
  readonly engine: EngineName;
  readonly door: DoorSettings;
  readonly metrics: MetricsSettings | undefined;
  readonly showsPlans: boolean;
  /** The collector of traces. */
  readonly tracesTo: string | undefined;
  readonly issuers: readonly IssuerSettings[];
  readonly limits: LimitsConfig;
  readonly sliceLimits: (slice: string) => ResilienceSettings;
  /** The keys of the slices that have one. */
  readonly keys: Readonly<Record<string, string>>;
}

/**
 * Reads the environment of a gateway over any supergraph, which `given` comes before. Unless told otherwise it is reached
 * from this machine only, and logs from `warn` on.
 */
export function genericGatewayConfig(
  slices: readonly string[],
  given: Readonly<Record<string, string | undefined>>,
): GenericGatewayConfig {
  const stated = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const environment = { HOST: "127.0.0.1", LOG_LEVEL: "warn", ...process.env, ...stated };
  const values = readEnvironment(genericGatewayEnvironment, environment);
  return {
    host: values.HOST,
    port: values.PORT,
    logLevel: values.LOG_LEVEL,
    corsOrigins: values.CORESPOND_CORS_ORIGINS,
    share: values.CORESPOND_SHARE,
    forward: values.CORESPOND_FORWARD_HEADERS,
    engine: values.CORESPOND_ENGINE,
    door: doorSettings(values),
    metrics: metricsSettings(values),
    showsPlans: showsPlans(values),
    tracesTo: values.OTEL_EXPORTER_OTLP_ENDPOINT,
    issuers: values.CORESPOND_ISSUERS,
    limits: limitsConfig(environment, genericGatewayLimits),
    sliceLimits: sliceLimitsConfig(environment),
    keys: Object.fromEntries(slices.flatMap((slice) => keyOf(slice, environment))),
  };
}

function keyOf(slice: string, environment: NodeJS.ProcessEnv): readonly (readonly [string, string])[] {
  const values = readEnvironment(genericSliceEnvironment(slice), environment) as Readonly<
    Record<string, string | undefined>
  >;
  const key = values[sliceVariable(slice, "VIEWER_KEY")];
  return key === undefined ? [] : [[slice, key]];
}
