import { readFileSync } from "node:fs";

import { readEnvironment } from "@corespond/kit";
import { Kind, parse } from "graphql";

import { gatewayEnvironment, gatewaySliceEnvironment } from "./gatewayEnvironment";
import type { IssuerSettings } from "./identity/issuerSettings";

/** What a gateway in a process of its own is configured with. */
export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly issuers: readonly IssuerSettings[];
  readonly supergraphSdl: string;
  readonly corsOrigins: readonly string[];
  readonly slices: Readonly<Record<string, { readonly url: string; readonly viewerKey: string }>>;
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
    corsOrigins: values.CORESPOND_CORS_ORIGINS,
    slices: Object.fromEntries(sliceNames(supergraphSdl).map((slice) => [slice, sliceConfig(slice, environment)])),
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

/** The slices of a supergraph: `join__Graph`'s values carry `@join__graph(name:)`. */
function sliceNames(supergraphSdl: string): readonly string[] {
  return parse(supergraphSdl, { noLocation: true }).definitions.flatMap((definition) =>
    definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === "join__Graph"
      ? (definition.values ?? [])
          .flatMap(({ directives }) => directives ?? [])
          .flatMap(({ arguments: given }) =>
            (given ?? []).flatMap(({ name, value }) =>
              name.value === "name" && value.kind === Kind.STRING ? [value.value] : [],
            ),
          )
      : [],
  );
}
