import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLSchema } from "graphql";

import { askedFields } from "../audit/askedFields";
import { auditStatement } from "../audit/auditStatement";
import type { RequestContext } from "../context/requestContext";
import { namedText } from "../database/statement";
import { publishStatement } from "../database/statementChannel";

/**
 * Commits the request's audit row before its answer leaves the slice. Where the row cannot be written, the answer is
 * withheld: no read goes unaudited.
 */
export function auditPlugin(schema: GraphQLSchema): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        async willSendResponse({ contextValue, document, response }) {
          const facts = document && contextValue.audit.facts(askedFields(schema, document));
          if (!facts) return;
          const { database, viewer, operation } = contextValue;
          const statement = auditStatement(database.slice, { viewer, operation }, facts);
          publishStatement({ slice: database.slice, name: statement.name, requestId: viewer.requestId });
          try {
            await database.dataSource.query(namedText(statement), [...(statement.values ?? [])]);
          } catch (error) {
            contextValue.log.error({ err: error }, "the audit row could not be written; the answer is withheld");
            response.body = { kind: "single", singleResult: { data: null, errors: [withheldAnswer] } };
          }
        },
      }),
  };
}

const withheldAnswer = {
  message: "An internal error occurred. It was recorded under the request's id.",
  extensions: { code: "INTERNAL_SERVER_ERROR" },
};
