import path from "node:path";

import {
  doorSettings,
  limitsConfig,
  metricsSettings,
  showsPlans,
  type DoorSettings,
  type EngineName,
  type IssuerSettings,
  type LimitsConfig,
  type MetricsSettings,
} from "@corespond/gateway";
import { EnvironmentError, processEnvironment, readEnvironment, sliceVariable } from "@corespond/kit";

import { hubEnvironment, hubSliceEnvironment } from "./hubEnvironment";

/** A slice's own database and key, where configured. */
export interface ExternalSlice {
  readonly appUrl: string | undefined;
  readonly ownerUrl: string | undefined;
  readonly viewerKey: string | undefined;
}

/** What the hub is configured with. */
export interface HubConfig {
  readonly dataFolder: string;
  readonly port: number;
  readonly logLevel: string;
  readonly production: boolean;
  readonly issuers: readonly IssuerSettings[];
  readonly corsOrigins: readonly string[];
  readonly engine: EngineName;
  readonly door: DoorSettings;
  readonly limits?: LimitsConfig;
  readonly metrics?: MetricsSettings | undefined;
  readonly showsPlans?: boolean;
  /** The collector of traces. */
  readonly tracesTo?: string | undefined;
  readonly external: Readonly<Record<string, ExternalSlice>>;
}

/** Reads the hub's environment; in production, refuses whatever is meant for a demonstration. `port` comes before `PORT`. */
export function hubConfig(sliceNames: readonly string[], port?: string): HubConfig {
  const environment = { ...process.env, ...(port !== undefined && { PORT: port }) };
  const common = readEnvironment(processEnvironment, { LOG_LEVEL: "warn", ...environment });
  const own = readEnvironment(hubEnvironment, environment);
  const external = Object.fromEntries(sliceNames.map((slice) => [slice, externalSlice(slice, environment)]));
  const config: HubConfig = {
    dataFolder: path.resolve(own.CORESPOND_HOME),
    port: common.PORT,
    logLevel: common.LOG_LEVEL,
    production: own.NODE_ENV === "production",
    issuers: own.CORESPOND_ISSUERS,
    corsOrigins: own.CORESPOND_CORS_ORIGINS,
    engine: own.CORESPOND_ENGINE,
    door: doorSettings(own),
    limits: limitsConfig(environment),
    metrics: metricsSettings(own),
    showsPlans: showsPlans(own),
    tracesTo: common.OTEL_EXPORTER_OTLP_ENDPOINT,
    external,
  };
  if (config.production) refuseDemonstration(config);
  return config;
}

function externalSlice(slice: string, environment: NodeJS.ProcessEnv): ExternalSlice {
  const values = readEnvironment(hubSliceEnvironment(slice), environment) as Readonly<
    Record<string, string | undefined>
  >;
  return {
    appUrl: values[sliceVariable(slice, "DATABASE_URL")],
    ownerUrl: values[sliceVariable(slice, "OWNER_DATABASE_URL")],
    viewerKey: values[sliceVariable(slice, "VIEWER_KEY")],
  };
}

function refuseDemonstration({ issuers, external }: HubConfig): void {
  const missing = [
    ...(issuers.length === 0
      ? [
          "CORESPOND_ISSUERS: at least one OpenID Connect issuer; the local issuer and its accounts are for demonstrations only.",
        ]
      : []),
    ...Object.entries(external).flatMap(([slice, { appUrl, viewerKey }]) => [
      ...(appUrl === undefined
        ? [`${sliceVariable(slice, "DATABASE_URL")}: a database; the embedded one is for demonstrations only.`]
        : []),
      ...(viewerKey === undefined ? [`${sliceVariable(slice, "VIEWER_KEY")}: a secret of 32 characters or more.`] : []),
    ]),
  ];
  if (missing.length > 0) throw new EnvironmentError(`NODE_ENV is production. Configure:\n  ${missing.join("\n  ")}`);
}
