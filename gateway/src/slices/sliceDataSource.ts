import type { GraphQLDataSource } from "@apollo/gateway";
import { redisclosureList } from "@corespond/kit";
import type { Logger } from "pino";

import type { GatewayContext } from "../gatewayContext";
import type { SliceTransport } from "./sliceTransport";
import { sliceUnavailable } from "./sliceUnavailable";

type Process = GraphQLDataSource<GatewayContext>["process"];

/**
 * A slice as Apollo's gateway sees it. A slice that does not answer becomes one error of the catalogue in a partial
 * answer, whatever the network's own words were; those go to the log. Of a slice's extensions Apollo's gateway passes none
 * on: the notices that must accompany protected data are kept for the client's answer, or the data is not passed on either.
 */
export class SliceDataSource implements GraphQLDataSource<GatewayContext> {
  readonly #slice: string;
  readonly #transport: SliceTransport;
  readonly #log: Logger;

  constructor(slice: string, transport: SliceTransport, log: Logger) {
    this.#slice = slice;
    this.#transport = transport;
    this.#log = log;
  }

  async process({ request, context }: Parameters<Process>[0]): ReturnType<Process> {
    const gatewayContext = context as GatewayContext;
    try {
      const asked = { query: request.query ?? "", ...(request.variables && { variables: request.variables }) };
      const by = gatewayContext.credentialsFor(this.#slice, asked);
      const answer = await this.#transport.send(asked, by, gatewayContext.signal);
      const notices = redisclosureList.parse(answer.extensions?.["redisclosure"] ?? []);
      for (const notice of notices) gatewayContext.redisclosures.add(notice);
      return answer;
    } catch (error) {
      // A client that has left is no fault of the slice.
      if (gatewayContext.signal?.aborted !== true)
        this.#log.warn(
          { err: error, slice: this.#slice, requestId: gatewayContext.viewer.requestId },
          "a slice did not answer",
        );
      return { data: null, errors: [sliceUnavailable(this.#slice)] };
    }
  }
}
