import type { QueryResultRow } from "pg";

import type { RequestContext } from "../context/requestContext";
import { refusedText } from "./refusedText";
import { namedText, type Statement } from "./statement";
import { publishStatement } from "./statementChannel";

/**
 * Runs one statement in a READ ONLY transaction of its own, as the request's viewer: BEGIN, viewer, statement and
 * COMMIT leave on one pipelined connection without waiting for each other's answers, and the connection is back in the
 * pool before anything else is awaited. Row-level security decides which rows the viewer gets.
 */
export async function readBatch<R extends QueryResultRow>(
  context: RequestContext,
  statement: Statement,
): Promise<readonly R[]> {
  const client = await context.database.connect();
  publishStatement({ slice: context.database.slice, name: statement.name, requestId: context.viewer.requestId });
  const sent = [
    client.query("BEGIN READ ONLY"),
    client.query("SELECT set_config('corespond.viewer', $1, true), set_config('corespond.grants', $2, true)", [
      context.viewerToken,
      context.grants.token(),
    ]),
    client.query<R>(namedText(statement), [...(statement.values ?? [])]),
    client.query("COMMIT"),
  ] as const;
  const answers = await Promise.allSettled(sent);
  const failed = answers.find((answer) => answer.status === "rejected");
  client.release(failed !== undefined && answers[3].status === "rejected");
  if (failed) throw refusedText(failed.reason);
  return (await sent[2]).rows;
}
