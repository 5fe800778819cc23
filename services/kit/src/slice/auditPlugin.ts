import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLSchema } from "graphql";

import { askedFields } from "../audit/askedFields";
import { deniedFields } from "../audit/deniedFields";
import { writeAudit } from "../audit/writeAudit";
import type { RequestContext } from "../context/requestContext";

/**
 * Commits the request's audit rows before its answer leaves the slice: what was shown, what was withheld, what was
 * refused. Where they cannot be written, the answer is withheld: no read goes unaudited. A stranger's refusals are not
 * kept, for anybody could fill the audit with them.
 */
export function auditPlugin(schema: GraphQLSchema): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        async willSendResponse({ contextValue, document, response }) {
          if (!document) return;
          const errors = response.body.kind === "single" ? response.body.singleResult.errors : undefined;
          const denied = contextValue.viewer.id === null ? null : deniedFields(schema, errors ?? []);
          if (denied)
            contextValue.audit.refused({
              action: "READ",
              outcome: "DENIED",
              codes: denied.codes,
              withheld: denied.fields,
            });
          try {
            await writeAudit(contextValue, contextValue.audit.rows(askedFields(schema, document)));
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
