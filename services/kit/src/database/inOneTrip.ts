import { createHash } from "node:crypto";
import type { Socket } from "node:net";

import type { PoolClient, QueryResultRow } from "pg";

import type { RequestContext } from "../context/requestContext";
import { tracedStatement } from "../tracing/tracedStatement";
import { refusedText } from "./refusedText";
import { namedText, type Statement } from "./statement";
import { publishStatement } from "./statementChannel";

/**
 * Runs statements in one transaction as the request's viewer: BEGIN, viewer, statements and COMMIT leave on one pipelined
 * connection without waiting for each other's answers, and the connection is back in the pool before anything else is
 * awaited. Resolves with all rows.
 */
export async function inOneTrip<R extends QueryResultRow>(
  context: RequestContext,
  begin: "BEGIN" | "BEGIN READ ONLY",
  statements: readonly Statement[],
): Promise<readonly R[]> {
  const client = await context.database.connect();
  const send = async (statement: Statement): Promise<readonly R[]> => {
    publishStatement({ slice: context.database.slice, name: statement.name, requestId: context.viewer.requestId });
    const sending = () => client.query<R>(query(statement, statements.length === 1));
    return (await tracedStatement({ slice: context.database.slice, name: statement.name }, sending)).rows;
  };
  // One write instead of four: each would cost a call of the kernel here, and wake the server there.
  const socket = socketOf(client);
  socket.cork();
  const opened = [
    client.query(begin),
    client.query("SELECT set_config('corespond.viewer', $1, true), set_config('corespond.grants', $2, true)", [
      context.viewerToken,
      context.grants.token(),
    ]),
  ];
  const sent = statements.map(send);
  const committed = client.query("COMMIT");
  socket.uncork();
  const answers = await Promise.allSettled([...opened, ...sent, committed]);
  const failed = answers.find((answer) => answer.status === "rejected");
  client.release(failed !== undefined && answers.at(-1)?.status === "rejected");
  if (failed) throw refusedText(failed.reason);
  return (await Promise.all(sent)).flat();
}

/**
 * The statement as the driver takes it. Its name at the server is a hash of its text; two of one text in one trip would both
 * prepare it, so that only a statement that is alone is prepared.
 */
function query(statement: Statement, alone: boolean): { name?: string; text: string; values: unknown[] } {
  const text = namedText(statement);
  const values = [...(statement.values ?? [])];
  if (statement.prepared !== true || !alone) return { text, values };
  return { name: createHash("sha1").update(text).digest("base64url"), text, values };
}

function socketOf(client: PoolClient): Socket {
  return (client as unknown as { readonly connection: { readonly stream: Socket } }).connection.stream;
}
