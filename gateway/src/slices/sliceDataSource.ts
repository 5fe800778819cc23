import type { GraphQLDataSource } from "@apollo/gateway";

import { toldErrors } from "../engine/run/toldErrors";
import type { GatewayContext } from "../gatewayContext";
import { askSlice, type AskedSlice } from "./askSlice";

type Process = GraphQLDataSource<GatewayContext>["process"];

/** A slice as Apollo's gateway sees it. Of a slice's extensions that gateway passes none on. */
export class SliceDataSource implements GraphQLDataSource<GatewayContext> {
  readonly #slice: AskedSlice;

  constructor(slice: AskedSlice) {
    this.#slice = slice;
  }

  async process({ request, context }: Parameters<Process>[0]): ReturnType<Process> {
    const asking = context as GatewayContext;
    const { query = "", variables } = request;
    const asked = { query, forwarded: asking.forwarded, ...(variables && { variables }) };
    const { errors, ...answer } = await askSlice(this.#slice, asked, asking);
    return { ...answer, ...(errors && { errors: toldErrors({ errors }) }) };
  }
}
