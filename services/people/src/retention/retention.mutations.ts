import { askFirst, mutate, readBatch, type RequestContext, type Role, type WriteTransaction } from "@corespond/kit";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { legalRoles } from "../legalHold/legalHold.policy";
import { holdingsElsewhere } from "../ports/holdings.port";
import {
  PurgeExpiredRecordsInput,
  PurgeExpiredRecordsPayload,
  RecordRetentionRuleInput,
  RecordRetentionRulePayload,
} from "./retention.inputs";
import { candidatesSql, purge, type PurgeCandidate, recordRetentionRule } from "./retention.service";

const roles: readonly Role[] = legalRoles;

/** How long records are kept, and what is removed then. */
@Resolver()
export class RetentionMutations {
  @Mutation(() => RecordRetentionRulePayload, {
    nullable: true,
    description:
      "Records how long the county keeps records after the last activity; without a rule nothing is ever purged. For privacy officers.",
  })
  async recordRetentionRule(
    @Arg("input", () => RecordRetentionRuleInput, { description: "How long, by what schedule." })
    input: RecordRetentionRuleInput,
    @Ctx() context: RequestContext,
  ): Promise<RecordRetentionRulePayload> {
    const action = { name: "recordRetentionRule", roles, act: recordRetentionRule };
    const { userErrors } = await mutate(context, action, input);
    return { userErrors };
  }

  @Mutation(() => PurgeExpiredRecordsPayload, {
    nullable: true,
    description:
      "Removes persons to whom nothing has happened in any slice for as long as the county's rule says; never what a legal hold keeps. For privacy officers.",
  })
  async purgeExpiredRecords(
    @Arg("input", () => PurgeExpiredRecordsInput, { description: "Whether to remove, or only to count." })
    input: PurgeExpiredRecordsInput,
    @Ctx() context: RequestContext,
  ): Promise<PurgeExpiredRecordsPayload> {
    const found = await askFirst(context, roles, () => expiredPersons(context));
    const action = {
      name: "purgeExpiredRecords",
      roles,
      act: async (transaction: WriteTransaction, { dryRun }: PurgeExpiredRecordsInput) => {
        const candidates = found();
        return dryRun ? { persons: candidates.length } : await purge(transaction, candidates);
      },
    };
    const { result, userErrors } = await mutate(context, action, input);
    return { persons: result && result.persons, userErrors };
  }
}

/** Those past the rule in this slice to whom, as the others answer, nothing has happened since. */
async function expiredPersons(context: RequestContext): Promise<readonly PurgeCandidate[]> {
  const candidates = await readBatch<PurgeCandidate>(context, {
    name: "people.retention.candidates",
    text: candidatesSql,
    values: [context.viewer.agencyId, context.viewer.serves],
  });
  const activity = await Promise.all(
    candidates.map(({ recordIds }) => holdingsElsewhere(context, { recordIds, activityOnly: true })),
  );
  return candidates.filter(({ before }, number) => {
    const at = activity[number]?.lastActivityAt ?? null;
    return at === null || Date.parse(at) < before.getTime();
  });
}
