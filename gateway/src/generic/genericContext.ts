import type { IncomingMessage } from "node:http";

import { anonymousViewer, httpPortTransport, requestIdOf } from "@corespond/kit";

import { clientDoor } from "../clientDoor";
import { GatewayContext, type SliceKeys } from "../gatewayContext";
import { vouchedFor } from "../identity/caller";
import { identify, type StaffDirectory } from "../identity/identify";
import type { IssuerSettings } from "../identity/issuerSettings";
import { firstOf, residentDirectory } from "../identity/residentDirectory";
import { staffDirectory } from "../identity/staffDirectory";
import { remoteIssuer } from "../identity/trustedIssuer";
import { forwardedHeaders } from "../slices/forwardedHeaders";
import type { SupergraphSlice } from "../slices/supergraphSlices";

/** Makes what lives for one request. */
export type ContextOf = (request: IncomingMessage) => Promise<GatewayContext>;

/** Nobody is asked who they are, and no slice is told. */
export const withoutIdentity: ContextOf = (request) =>
  Promise.resolve(
    new GatewayContext(vouchedFor(anonymousViewer("anonymous", requestIdOf(request))), {}, clientDoor(request)),
  );

/** Has the slices get some of the client's headers as they are. */
export const forwarding =
  (contextOf: ContextOf, names: readonly string[]): ContextOf =>
  async (request) =>
    Object.assign(await contextOf(request), { forwarded: forwardedHeaders(request.headers, names) });

/** How callers are known. */
export interface IdentitySettings {
  readonly issuers: readonly IssuerSettings[];
  /** The keys that slices share with this gateway; a slice without one is told of nobody. */
  readonly keys: SliceKeys;
  readonly slices: readonly SupergraphSlice[];
}

/**
 * Callers are who their token says. Whose tokens are active is asked of the slices `agencies` and `people`, where they share
 * a key with this gateway.
 */
export function withIdentity({ issuers, keys, slices }: IdentitySettings): ContextOf {
  const ports = httpPortTransport(
    Object.fromEntries(
      slices.filter(({ url }) => URL.canParse(url)).map(({ name, url }) => [name, new URL(url).origin]),
    ),
  );
  const { agencies, people } = keys;
  const directories: readonly StaffDirectory[] = [
    ...(agencies === undefined ? [] : [staffDirectory(ports, agencies)]),
    ...(people === undefined ? [] : [residentDirectory(ports, people)]),
  ];
  const identity = { issuers: issuers.map(remoteIssuer), findStaff: firstOf(directories) };
  return async (request) =>
    new GatewayContext(await identify(identity, request.headers, requestIdOf(request)), keys, clientDoor(request));
}
