import type { z } from "zod";

import type { RequestContext } from "../context/requestContext";

/**
 * One function of a slice's internal port: a batch of ids in, a batch of facts out, decided with the viewer's rights.
 * Outside the supergraph, behind the same signed-viewer door.
 */
export interface PortFunction<I = unknown, O = unknown> {
  readonly input: z.ZodType<I>;
  readonly answer: (context: RequestContext, input: I) => Promise<O>;
}

/** The functions of a slice's port, by name. */
export type PortFunctions = Readonly<Record<string, PortFunction>>;

/** Defines a port function with its types inferred. */
export function portFunction<I, O>(input: z.ZodType<I>, answer: PortFunction<I, O>["answer"]): PortFunction {
  return { input, answer: (context, given) => answer(context, given as I) };
}
