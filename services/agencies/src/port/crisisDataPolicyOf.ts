import { load, portFunction } from "@corespond/kit";
import { z } from "zod";

import { crisisDataPolicyOfAgency } from "../crisisDataPolicy/crisisDataPolicy.loader";

const input = z.object({ agencyId: z.guid() });

/** `crisisDataPolicyOf({ agencyId })`: since when the agency has a policy under Minn. Stat. 626.8477; null without one. */
export const crisisDataPolicyOf = portFunction(
  input,
  async (context, { agencyId }): Promise<{ readonly adoptedOn: string } | null> => {
    const [newest] = (await load(context, crisisDataPolicyOfAgency, { parent: agencyId, asOf: null })) ?? [];
    return newest ? { adoptedOn: newest.adoptedOn } : null;
  },
);
