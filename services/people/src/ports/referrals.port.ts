import type { PortQuestion, RequestContext } from "@corespond/kit";
import { z } from "zod";

/** What the referrals slice answers: the records with which this viewer has a relation now. */
const relations: PortQuestion<{ readonly recordIds: readonly string[] }> = {
  slice: "referrals",
  fn: "relations",
  answer: z.object({ recordIds: z.array(z.string()) }),
};

/** How many ids one question carries; also the bound of an answer to a question without ids. */
const questionSize = 1_000;

/** Which of these records the viewer has a relation with. */
export async function relatedAmong(context: RequestContext, recordIds: readonly string[]): Promise<readonly string[]> {
  const asked = new Set(recordIds);
  const questions = Array.from({ length: Math.ceil(recordIds.length / questionSize) }, (_, part) =>
    context.ports.ask(relations, { recordIds: recordIds.slice(part * questionSize, (part + 1) * questionSize) }),
  );
  const answers = await Promise.all(questions);
  return answers.flatMap((answer) => answer.recordIds).filter((id) => asked.has(id));
}

/** The 1,000 newest records that the viewer has a relation with. */
export async function newestRelated(context: RequestContext): Promise<readonly string[]> {
  const { recordIds } = await context.ports.ask(relations, {});
  return recordIds.slice(0, questionSize);
}
