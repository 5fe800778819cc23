import type { QueryResultRow } from "pg";
import type { EntityManager } from "typeorm";

import type { AuditFacts } from "../audit/auditFacts";
import { insertAudit } from "../audit/insertAudit";
import type { RequestContext } from "../context/requestContext";
import { insertOutbox, type NewEvent } from "../events/insertOutbox";
import { tracedStatement } from "../tracing/tracedStatement";
import { refusedText } from "./refusedText";
import { publishStatement } from "./statementChannel";
import { namedText, type Statement } from "./statement";

/** A change in progress: rows, audit and outbox are committed together or not at all. */
export interface WriteTransaction {
  readonly context: RequestContext;
  /** TypeORM's manager bound to this transaction. */
  readonly manager: EntityManager;
  query<R extends QueryResultRow>(statement: Statement): Promise<readonly R[]>;
  /** Records who changed what; at least once in every mutation. */
  audit(facts: AuditFacts): Promise<void>;
  /** Puts an event into the outbox: ids only, never data of a person. */
  emit(event: NewEvent): Promise<void>;
}

/** Runs `act` in one transaction as the request's viewer; whatever it throws rolls everything back. */
export async function inTransaction<T>(
  context: RequestContext,
  act: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  return await context.database.dataSource.transaction(async (manager) => {
    const query = async <R extends QueryResultRow>(statement: Statement): Promise<readonly R[]> => {
      publishStatement({ slice: context.database.slice, name: statement.name, requestId: context.viewer.requestId });
      const send = () => rowsOf<R>(manager, statement);
      return await tracedStatement({ slice: context.database.slice, name: statement.name }, send).catch(
        (error: unknown) => {
          throw refusedText(error);
        },
      );
    };
    await manager.query("SELECT set_config('corespond.viewer', $1, true), set_config('corespond.grants', $2, true)", [
      context.viewerToken,
      context.grants.token(),
    ]);
    const transaction: WriteTransaction = {
      context,
      manager,
      query,
      audit: (facts) => insertAudit(transaction, facts),
      emit: (event) => insertOutbox(transaction, event),
    };
    return await act(transaction);
  });
}

/** TypeORM answers `[rows, count]` for UPDATE and DELETE, and rows for everything else. */
async function rowsOf<R extends QueryResultRow>(manager: EntityManager, statement: Statement): Promise<readonly R[]> {
  const answer: unknown = await manager.query(namedText(statement), [...(statement.values ?? [])]);
  if (Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === "number") {
    return answer[0] as R[];
  }
  return answer as R[];
}
