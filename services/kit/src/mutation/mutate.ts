import { codesOf, outcomeOf } from "../audit/outcomeOf";
import type { RequestContext } from "../context/requestContext";
import { inTransaction, type WriteTransaction } from "../database/writeTransaction";
import { graphError } from "../errors/graphError";
import type { UserError } from "../graph/userError";
import { Role } from "../viewer/role";
import { idsInLowerCase } from "./idsInLowerCase";
import { claimKey, inputHash, rememberResult, type IdempotencyClaim } from "./idempotency";
import { UserFailure } from "./userFailure";
import { validateInput } from "./validateInput";

/** An input that carries its idempotency key. */
export interface KeyedInput {
  readonly idempotencyKey: string;
}

/** One business action. `roles` may perform it at all; `act` does it, and returns the ids that its payload reloads. */
export interface Action<I extends KeyedInput, R> {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly act: (transaction: WriteTransaction, input: I) => Promise<R>;
}

/** What became of an action: ids to reload as views, or why nothing was changed. */
export type Outcome<R> =
  | { readonly result: R; readonly userErrors: readonly [] }
  | { readonly result: null; readonly userErrors: readonly UserError[] };

/**
 * Performs a business action in the one order that all follow: parse, authorize, act; change, audit row, outbox row and
 * idempotency row in one transaction. A repeated key returns the first result's ids and changes nothing.
 */
export async function mutate<I extends KeyedInput, R>(
  context: RequestContext,
  action: Action<I, R>,
  input: I,
): Promise<Outcome<R>> {
  try {
    const result = await perform(context, action, input);
    context.loaders.clear();
    return { result, userErrors: [] };
  } catch (error) {
    const codes = codesOf(error);
    if (context.viewer.id !== null) context.audit.refused({ action: action.name, outcome: outcomeOf(codes), codes });
    if (error instanceof UserFailure) return { result: null, userErrors: error.userErrors };
    throw error;
  }
}

async function perform<I extends KeyedInput, R>(context: RequestContext, action: Action<I, R>, input: I): Promise<R> {
  const staffId = authorize(context, action);
  idsInLowerCase(input);
  const invalid = await validateInput(input);
  if (invalid.length > 0) throw new UserFailure(invalid);
  const claim: IdempotencyClaim = {
    client: context.viewer.client,
    staffId,
    mutation: action.name,
    key: input.idempotencyKey,
    inputHash: inputHash(input),
  };
  return await inTransaction(context, async (transaction) => {
    const earlier = await claimKey<R>(transaction, claim);
    if (earlier.done) return earlier.result;
    const made = await action.act(transaction, input);
    await rememberResult(transaction, claim, made);
    return made;
  });
}

function authorize(
  context: RequestContext,
  action: { readonly name: string; readonly roles: readonly Role[] },
): string {
  const { id, role } = context.viewer;
  if (role === Role.ANONYMOUS || id === null)
    throw graphError("UNAUTHENTICATED", `\`${action.name}\` needs a signed-in viewer.`);
  if (!action.roles.includes(role))
    throw graphError("FORBIDDEN", `\`${action.name}\` is not an action of the role ${role}.`);
  return id;
}
