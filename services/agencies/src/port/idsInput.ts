import { z } from "zod";

/** What a port function that tells facts by id is asked. */
export const idsInput = z.object({ ids: z.array(z.guid()).max(1_000) });
