import { buildSubgraph } from "@corespond/kit";

import { referralsSlice } from "./subgraph";

export { referralsSlice };

/** The slice's part of the graph as SDL, without a database. */
export async function printSubgraphSdl(): Promise<string> {
  return (await buildSubgraph(referralsSlice.graph)).sdl;
}
