import { buildSubgraph } from "@corespond/kit";

import { referralsSlice } from "./subgraph";

export { loadReferralHistory } from "./importers/loadReferralHistory";
export type { PastReferral } from "./importers/referralHistory";
export { referralsSlice };

/** The slice's part of the graph as SDL, without a database. */
export async function printSubgraphSdl(): Promise<string> {
  return (await buildSubgraph(referralsSlice.graph)).sdl;
}
