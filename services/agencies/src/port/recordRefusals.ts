import { portFunction, writeAudit } from "@corespond/kit";
import { z } from "zod";

const name = z.string().regex(/^[_A-Za-z][_0-9A-Za-z]*$/);
const coordinate = z.string().regex(/^[_A-Za-z][_0-9A-Za-z]*\.[_A-Za-z][_0-9A-Za-z]*$/);
const refusal = z.object({
  action: name,
  fields: z.array(coordinate).min(1).max(100),
  codes: z.array(name).min(1).max(10),
});

/**
 * `recordRefusals({ operation, refusals })`: rows of the audit for what the gateway refused the viewer before any slice was
 * asked. The gateway calls it before it answers. Nothing is kept for a stranger.
 */
export const recordRefusals = portFunction(
  z.object({ operation: z.string().max(200), refusals: z.array(refusal).min(1).max(100) }),
  async (context, { operation, refusals }): Promise<null> => {
    if (context.viewer.id === null) return null;
    await writeAudit(
      { ...context, operation },
      refusals.map(({ action, fields, codes }) => ({
        action,
        subjects: {},
        withheld: fields,
        outcome: "DENIED",
        codes,
      })),
    );
    return null;
  },
);
