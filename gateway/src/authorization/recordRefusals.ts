import { DelegatedPortCaller, graphError, type PortTransport } from "@corespond/kit";
import type { Logger } from "pino";
import { z } from "zod";

import type { GatewayContext } from "../gatewayContext";
import type { Refusal } from "./filteredOperation";

/** Writes down who was refused what at the gates. Rejects where it cannot be: then nobody is answered. */
export type RefusalRecorder = (context: GatewayContext, refusals: readonly Refusal[]) => Promise<void>;

const question = { slice: "agencies", fn: "recordRefusals", answer: z.null() };

/**
 * Keeps refusals as rows of the audit of the agencies slice, in the name of whom they befell (CJIS 5.4.1: failure, too);
 * coordinates of the schema and codes, nothing of what was asked. A stranger's are kept in the log alone, for anybody
 * could fill the audit with them.
 */
export function refusalRecorder(transport: PortTransport, log: Logger): RefusalRecorder {
  return async (context, refusals) => {
    const { viewer, operation } = context;
    const rows = rowsOf(refusals);
    log.info({ requestId: viewer.requestId, operation, viewerId: viewer.id, refused: rows }, "refused at the gates");
    if (viewer.id === null) return;
    const caller = new DelegatedPortCaller(transport, context.portDelegations());
    try {
      await caller.ask(question, { operation, refusals: rows });
    } catch (cause) {
      const error = graphError(
        "SLICE_UNAVAILABLE",
        "What is refused is written down first, which cannot be done now.",
        {
          slice: question.slice,
          retryable: true,
        },
      );
      throw Object.assign(error, { cause });
    }
  };
}

/** One row of the audit: what was refused of one action, or of all that was to be read. */
interface RefusedAction {
  readonly action: string;
  readonly fields: readonly string[];
  readonly codes: readonly string[];
}

function rowsOf(refusals: readonly Refusal[]): readonly RefusedAction[] {
  const actions = new Map<string, Refusal[]>();
  for (const refusal of refusals) {
    const [type, field = ""] = refusal.coordinate.split(".");
    const action = type === "Mutation" ? field : "READ";
    actions.set(action, [...(actions.get(action) ?? []), refusal]);
  }
  return [...actions].map(([action, refused]) => ({
    action,
    fields: [...new Set(refused.map(({ coordinate }) => coordinate))],
    codes: [...new Set(refused.map(({ code }) => code))],
  }));
}
