import { request } from "undici";

import { delegationHeader, formatDelegations, proofHeader, viewerHeader } from "../viewer/viewerHeaders";
import { askedOfPort, proven } from "../viewer/viewerProof";
import type { PortTransport } from "./portCaller";

const timeoutMs = 5_000;
const answerLimitBytes = 8 * 1024 * 1024;

/** Reaches other slices' ports over HTTP. `urls` maps a slice to its base URL. */
export function httpPortTransport(urls: Readonly<Record<string, string>>): PortTransport {
  return async ({ slice, fn }, input, tokens) => {
    const base = urls[slice];
    if (base === undefined) throw new Error(`No URL is configured for the slice "${slice}".`);
    const by = proven(tokens[slice] ?? "", askedOfPort(fn, input));
    const { statusCode, body } = await request(new URL(`/port/${fn}`, base), {
      method: "POST",
      headers: {
        "content-type": "application/json",
        [viewerHeader]: by.viewerToken,
        [proofHeader]: by.proof,
        [delegationHeader]: formatDelegations(tokens),
      },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await body.text();
    if (statusCode !== 200 || text.length > answerLimitBytes)
      throw new Error(`The port of "${slice}" answered ${String(statusCode)}.`);
    return JSON.parse(text) as unknown;
  };
}
