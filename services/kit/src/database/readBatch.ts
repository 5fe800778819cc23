import type { QueryResultRow } from "pg";

import type { RequestContext } from "../context/requestContext";
import { inOneTrip } from "./inOneTrip";
import type { Statement } from "./statement";

/**
 * Runs one statement in a READ ONLY transaction of its own, as the request's viewer. Row-level security decides which
 * rows the viewer gets.
 */
export async function readBatch<R extends QueryResultRow>(
  context: RequestContext,
  statement: Statement,
): Promise<readonly R[]> {
  return await inOneTrip<R>(context, "BEGIN READ ONLY", [statement]);
}
