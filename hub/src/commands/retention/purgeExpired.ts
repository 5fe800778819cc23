import { randomUUID } from "node:crypto";

import { askedOfGraph, delegate, invariant, proven, type ViewerClaims } from "@corespond/kit";
import { z } from "zod";

import { CommandError } from "../../commandError";
import type { SlicesAtWork } from "../../start/withSlices";

/** How many persons were removed, or could be, and whether there may be more. */
export interface Purged {
  readonly persons: number;
  readonly more: boolean;
}

/** As many as the action looks at in one go. */
const mostAtOnce = 100;

const query = `mutation Retention($input: PurgeExpiredRecordsInput!) {
  purgeExpiredRecords(input: $input) { persons userErrors { message } } }`;

const answer = z.object({
  data: z
    .object({
      purgeExpiredRecords: z
        .object({ persons: z.int().nullable(), userErrors: z.array(z.object({ message: z.string() })) })
        .nullable(),
    })
    .nullish(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});

/** Asks the people slice to remove, or to count, in a privacy officer's name; it asks the other slices itself. */
export async function purgeExpired(
  { running, keys }: SlicesAtWork,
  claims: ViewerClaims,
  { dryRun }: { readonly dryRun: boolean },
): Promise<Purged> {
  const { people } = running;
  invariant(people, "the people slice runs");
  const request = { query, variables: { input: { dryRun, idempotencyKey: randomUUID() } } };
  const token = delegate(claims, "people/graph", keys["people"] ?? "");
  const delegations = Object.fromEntries(
    Object.entries(keys).map(([slice, key]) => [slice, delegate(claims, `${slice}/port`, key)]),
  );
  const given = await people.execute(request, {
    ...proven(token, askedOfGraph(request)),
    delegations,
    operation: "Retention",
  });
  const { data, errors = [] } = answer.parse(given);
  const { persons = null, userErrors = [] } = data?.purgeExpiredRecords ?? {};
  const [refused] = [...errors, ...userErrors];
  if (refused || persons === null) throw new CommandError(refused?.message ?? "The people slice gave no count.");
  return { persons, more: persons === mostAtOnce };
}
