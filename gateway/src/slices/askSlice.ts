import { redisclosureList } from "@corespond/kit";
import type { FormattedExecutionResult } from "graphql";
import type { Logger } from "pino";

import type { GatewayContext } from "../gatewayContext";
import { tracedFetch } from "../tracing/tracedFetch";
import type { SliceQuestion, SliceTransport } from "./sliceTransport";
import { sliceUnavailable } from "./sliceUnavailable";

/** A slice as an engine asks it. */
export interface AskedSlice {
  readonly name: string;
  readonly transport: SliceTransport;
  readonly log: Logger;
}

/**
 * Asks a slice on behalf of a request. A slice that does not answer becomes one error of the catalogue in a partial answer,
 * whatever the network's own words were; those go to the log. The notices that must accompany protected data are kept for
 * the client's answer, or the data is not passed on either.
 */
export async function askSlice(
  { name, transport, log }: AskedSlice,
  asked: SliceQuestion,
  context: GatewayContext,
): Promise<FormattedExecutionResult> {
  try {
    const ask = () => transport.send(asked, context.credentialsFor(name, asked), context.signal);
    const answer = await (context.trace ? tracedFetch(name, context.trace, ask) : ask());
    const { extensions } = answer;
    if (extensions?.["redisclosure"] !== undefined)
      for (const notice of redisclosureList.parse(extensions["redisclosure"])) context.redisclosures.add(notice);
    return answer;
  } catch (error) {
    // A client that has left is no fault of the slice.
    if (context.signal?.aborted !== true)
      log.warn({ err: error, slice: name, requestId: context.viewer.requestId }, "a slice did not answer");
    return { data: null, errors: [sliceUnavailable(name)] };
  }
}
