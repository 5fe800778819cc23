import { defineLoader, loadMany, type PortQuestion, type RequestContext } from "@corespond/kit";
import { z } from "zod";

const recordFacts: PortQuestion<readonly { readonly recordId: string; readonly personId: string }[]> = {
  slice: "people",
  fn: "recordFacts",
  answer: z.array(z.object({ recordId: z.string(), personId: z.string() })),
};

/** The person of a source record that the viewer may see, as people says; of all records of a request at once. */
const personOfRecord = defineLoader<string, string>("agencies.people.personOfRecord", async (context, recordIds) => {
  const facts = await context.ports.ask(recordFacts, { recordIds });
  const persons = new Map(facts.map(({ personId, recordId }) => [recordId, personId]));
  return recordIds.map((recordId) => persons.get(recordId) ?? null);
});

/** The persons of those of the source records that the viewer may see. */
export async function personsOfRecords(
  context: RequestContext,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const persons = await loadMany(context, personOfRecord, recordIds);
  return new Map(
    persons.flatMap((personId, index) => (personId === null ? [] : [[recordIds[index] ?? "", personId] as const])),
  );
}

/** The source record by which each of these persons is known to the viewer, as people says; none for who is not. */
export async function recordsOfPersons(
  context: RequestContext,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const facts = await context.ports.ask(recordFacts, { personIds });
  return new Map(facts.map(({ personId, recordId }) => [personId.toLowerCase(), recordId]));
}

/** Which of some source records the viewer may see, as people says. */
export async function visibleRecords(
  context: RequestContext,
  recordIds: readonly string[],
): Promise<readonly string[]> {
  return [...(await personsOfRecords(context, recordIds)).keys()];
}
