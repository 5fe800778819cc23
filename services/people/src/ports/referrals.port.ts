import type { PortQuestion, RequestContext } from "@corespond/kit";
import { z } from "zod";

const protectedProgram = z.enum(["PART_2", "VICTIM_SERVICES"]);

/** A kind of program of which even the existence of a referral is confidential. */
export type ProtectedProgram = z.infer<typeof protectedProgram>;

const protectedRelation = z.object({ recordId: z.string(), programs: z.array(protectedProgram) });

/** A record with which the viewer has a relation through protected programs. */
export type ProtectedRelation = z.infer<typeof protectedRelation>;

const answer = z.object({
  recordIds: z.array(z.string()),
  protectedRelations: z.array(protectedRelation).default([]),
});

/** The records with which a viewer has a relation, and those among them that protected programs have told of. */
export type Relations = z.infer<typeof answer>;

const relations: PortQuestion<Relations> = { slice: "referrals", fn: "relations", answer };

/** How many ids one question carries; also the bound of an answer to a question without ids. */
const questionSize = 1_000;

/** Which of these records the viewer has a relation with. */
export async function relatedAmong(context: RequestContext, recordIds: readonly string[]): Promise<Relations> {
  const asked = new Set(recordIds);
  const questions = Array.from({ length: Math.ceil(recordIds.length / questionSize) }, (_, part) =>
    context.ports.ask(relations, { recordIds: recordIds.slice(part * questionSize, (part + 1) * questionSize) }),
  );
  const answers = await Promise.all(questions);
  return {
    recordIds: answers.flatMap((given) => given.recordIds).filter((id) => asked.has(id)),
    protectedRelations: answers.flatMap((given) => given.protectedRelations),
  };
}

/** The 1,000 newest records that the viewer has a relation with. */
export async function newestRelated(context: RequestContext): Promise<Relations> {
  const { recordIds, ...others } = await context.ports.ask(relations, {});
  return { ...others, recordIds: recordIds.slice(0, questionSize) };
}
