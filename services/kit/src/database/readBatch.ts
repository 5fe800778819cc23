import type { QueryResultRow } from "pg";

import type { RequestContext } from "../context/requestContext";
import { graphError } from "../errors/graphError";
import { inOneTrip } from "./inOneTrip";
import type { Statement } from "./statement";

/**
 * Runs one statement in a READ ONLY transaction of its own, as the request's viewer. Row-level security decides which
 * rows the viewer gets. Nothing is read for an answer that nobody waits for.
 */
export async function readBatch<R extends QueryResultRow>(
  context: RequestContext,
  statement: Statement,
): Promise<readonly R[]> {
  if (context.signal?.aborted === true)
    throw graphError("REQUEST_TIMEOUT", "Nobody waits for this answer any more; it was given up.");
  return await inOneTrip<R>(context, "BEGIN READ ONLY", [statement]);
}
