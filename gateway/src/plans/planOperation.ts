import {
  getOperationAST,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type OperationDefinitionNode,
} from "graphql";

import { Engine } from "../engine/engine";
import { supergraphError } from "../generic/supergraphError";
import { planText } from "./planText";

/** An operation to be planned. */
export interface PlanQuery {
  readonly supergraphSdl: string;
  readonly document: string;
  /** Which of the document's operations; may be left out where it has one. */
  readonly operationName?: string | undefined;
  /** The values on which `@skip` and `@include` depend. */
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** A document that cannot be planned, for a reason that its reader can mend; the message says which, and where. */
export class PlanError extends Error {
  override readonly name = "PlanError";
}

/**
 * Plans an operation without executing it, and gives the plan as text. Throws a `SupergraphError` or a `PlanError` where
 * there is something wrong with either.
 */
export async function planOperation(query: PlanQuery): Promise<string> {
  const { supergraphSdl, variables = {} } = query;
  const send = () => Promise.reject(new Error("A plan that is printed is not executed."));
  const engine = await Engine.start({ supergraphSdl, send }).catch((error: unknown) => {
    throw supergraphError(error);
  });
  try {
    const asked = operationOf(engine, query);
    return await planText(await engine.prepare({ key: query.document, ...asked, variables, deferring: true }));
  } catch (error) {
    throw error instanceof GraphQLError ? new PlanError(error.toString(), { cause: error }) : error;
  } finally {
    await engine.close();
  }
}

function operationOf(
  { schema }: Engine,
  { document: text, operationName }: PlanQuery,
): { readonly document: DocumentNode; readonly operation: OperationDefinitionNode } {
  const document = parse(text);
  const errors = validate(schema, document);
  if (errors.length > 0) throw new PlanError(errors.map(String).join("\n\n"));
  const operation = getOperationAST(document, operationName);
  if (!operation)
    throw new PlanError(
      operationName === undefined
        ? "The document must hold one operation, unless one of several is named."
        : `The document holds no operation "${operationName}".`,
    );
  return { document, operation };
}
