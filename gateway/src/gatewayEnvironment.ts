import {
  areKeys,
  processEnvironment,
  sliceVariable,
  variable,
  viewerKeyVariable,
  type EnvironmentCatalogue,
} from "@corespond/kit";
import { z } from "zod";

import { defaultEngine, engineNames } from "./graphEngine";
import { issuerSettingsSchema, type IssuerSettings } from "./identity/issuerSettings";
import { jsonSetting } from "./jsonSetting";
import { limitsVariables, sliceLimitsVariable } from "./limits/limitsEnvironment";
import { metricsVariables } from "./metrics/metricsEnvironment";
import { planVariables } from "./plans/planEnvironment";
import { forwardedNames } from "./slices/forwardedHeaders";

const issuers = jsonSetting<readonly IssuerSettings[]>(z.array(issuerSettingsSchema), "a list of issuers");

const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);

/** The variable that names the trusted issuers. */
export const issuersVariable = {
  CORESPOND_ISSUERS: variable(
    issuers,
    'The OpenID Connect issuers whose tokens open the graph, as JSON: [{"issuer": "https://…", "audience": "corespond", "jwksUri": "https://…"}]; docs/production.md lists what else an issuer may be given.',
    "[]",
  ),
} as const satisfies EnvironmentCatalogue;

/** The variable that names the web pages that may call the graph. */
export const corsVariable = {
  CORESPOND_CORS_ORIGINS: variable(list, "The origins of web pages that may call the graph, separated by commas.", ""),
} as const satisfies EnvironmentCatalogue;

/** The variable that names what plans and executes. */
export const engineVariable = {
  CORESPOND_ENGINE: variable(
    z.enum(engineNames),
    `What plans and executes: ${engineNames.join(" or ")}.`,
    defaultEngine,
  ),
} as const satisfies EnvironmentCatalogue;

/** The variables that say how answers leave. */
export const doorEnvironment = {
  CORESPOND_COMPRESSION: variable(
    z.enum(["on", "off"]).transform((value) => value === "on"),
    "Whether answers of some size are compressed for clients that take them so: on or off.",
    "on",
  ),
  CORESPOND_KEEP_ALIVE_SECONDS: variable(
    z
      .string()
      .regex(/^[1-9]\d{0,3}$/)
      .transform(Number),
    "How long a connection stays open between two requests; longer than what stands in front keeps it.",
    "75",
  ),
} as const satisfies EnvironmentCatalogue;

/** The variable that says what is done once for all who ask the same at the same time. */
const sharingVariable = {
  CORESPOND_SHARE: variable(
    z.enum(["off", "fetches", "requests"]),
    "What corespond gateway does once for all who ask the same at the same time, where no slice is told who asks: nothing (off), reads of slices (fetches), or whole queries of clients, too (requests, with --no-auth only).",
    "fetches",
  ),
} as const satisfies EnvironmentCatalogue;

/** The variable that names what slices get of a client's headers. */
const forwardingVariable = {
  CORESPOND_FORWARD_HEADERS: variable(
    forwardedNames,
    "The headers of a client that corespond gateway sends to every slice as they are, separated by commas; never those of a connection or a body, cookies, or x-corespond-*.",
    "",
  ),
} as const satisfies EnvironmentCatalogue;

/** The variables of a gateway that runs as a process of its own; beside them it reads each slice's `<SLICE>_URL` and `<SLICE>_VIEWER_KEY`. */
export const gatewayEnvironment = {
  ...processEnvironment,
  ...issuersVariable,
  ...corsVariable,
  ...engineVariable,
  ...doorEnvironment,
  ...limitsVariables,
  ...sliceLimitsVariable,
  ...metricsVariables,
  ...planVariables,
  CORESPOND_SUPERGRAPH: variable(z.string().min(1), "The file of the composed supergraph."),
} as const satisfies EnvironmentCatalogue;

/** What the gateway must know of a slice in another process. */
export const gatewaySliceEnvironment = (slice: string) =>
  ({
    [`${slice.toUpperCase()}_URL`]: variable(
      z.url(),
      "The slice's base URL, for the gateway and for other slices: http://host:port.",
    ),
    [`${slice.toUpperCase()}_VIEWER_KEY`]: viewerKeyVariable,
  }) satisfies EnvironmentCatalogue;

/** The variables of a gateway over any supergraph; one that asks who callers are reads each slice's key beside them. */
export const genericGatewayEnvironment = {
  ...processEnvironment,
  ...issuersVariable,
  ...corsVariable,
  ...sharingVariable,
  ...forwardingVariable,
  ...engineVariable,
  ...doorEnvironment,
  ...limitsVariables,
  ...sliceLimitsVariable,
  ...metricsVariables,
  ...planVariables,
} as const satisfies EnvironmentCatalogue;

/** The key that a slice may share with a gateway over any supergraph. */
export const genericSliceEnvironment = (slice: string) =>
  ({
    [sliceVariable(slice, "VIEWER_KEY")]: variable(
      z.string().refine(areKeys).optional(),
      "The key with which viewers are signed for this slice; a slice without one is told of nobody.",
    ),
  }) satisfies EnvironmentCatalogue;
