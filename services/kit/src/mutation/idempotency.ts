import { createHash } from "node:crypto";

import type { WriteTransaction } from "../database/writeTransaction";
import { graphError } from "../errors/graphError";

/** A key's claim: unique per client, staff member and mutation. The input is kept as a hash, the result as ids only. */
export interface IdempotencyClaim {
  readonly client: string;
  readonly staffId: string;
  readonly mutation: string;
  readonly key: string;
  readonly inputHash: string;
}

/** What an earlier use of the key left. */
export type EarlierUse<R> = { readonly done: true; readonly result: R } | { readonly done: false };

/** A hash of an input, equal for equal inputs whatever the order of their fields. */
export function inputHash(input: object): string {
  return createHash("sha256").update(canonicalJson(input)).digest("base64url");
}

/** Claims a key. A second request with the same key waits here until the first is committed or rolled back. */
export async function claimKey<R>(transaction: WriteTransaction, claim: IdempotencyClaim): Promise<EarlierUse<R>> {
  const { slice } = transaction.context.database;
  const key = [claim.client, claim.staffId, claim.mutation, claim.key];
  const claimed = await transaction.query({
    name: `${slice}.idempotency.claim`,
    text: `INSERT INTO idempotency (client, staff_id, mutation, key, input_hash) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT DO NOTHING RETURNING key`,
    values: [...key, claim.inputHash],
  });
  if (claimed.length > 0) return { done: false };
  const [earlier] = await transaction.query<{ inputHash: string; result: R }>({
    name: `${slice}.idempotency.earlier`,
    text: `SELECT input_hash AS "inputHash", result FROM idempotency WHERE client = $1 AND staff_id = $2 AND mutation = $3 AND key = $4`,
    values: key,
  });
  if (earlier?.inputHash !== claim.inputHash) {
    throw graphError(
      "IDEMPOTENCY_MISMATCH",
      `The key was used for another input of \`${claim.mutation}\`. Use a new key for a new action.`,
    );
  }
  return { done: true, result: earlier.result };
}

/** Keeps the result's ids beside the key. */
export async function rememberResult(
  transaction: WriteTransaction,
  claim: IdempotencyClaim,
  result: unknown,
): Promise<void> {
  await transaction.query({
    name: `${transaction.context.database.slice}.idempotency.remember`,
    text: `UPDATE idempotency SET result = $5 WHERE client = $1 AND staff_id = $2 AND mutation = $3 AND key = $4`,
    values: [claim.client, claim.staffId, claim.mutation, claim.key, JSON.stringify(result)],
  });
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
