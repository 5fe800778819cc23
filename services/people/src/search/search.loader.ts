import { loadMany, readBatch, type RequestContext } from "@corespond/kit";

import { personById } from "../person/person.loader";
import { grantNewestRelated } from "../record/record.grants";
import type { SearchCriteria } from "./search.criteria";
import type { MatchedOn, PersonMatch } from "./search.type";

interface Found extends Record<string, unknown> {
  readonly personId: string;
  readonly score: number;
  readonly matchedOn: readonly MatchedOn[];
}

/** The persons whom the viewer may see and who fit best, the best first. */
export async function findPersons(
  context: RequestContext,
  criteria: SearchCriteria,
  first: number,
): Promise<readonly PersonMatch[]> {
  await grantNewestRelated(context);
  const { name, birthDate, e164, lastSeven } = criteria;
  const found = await readBatch<Found>(context, {
    name: "people.search.persons",
    text: `SELECT person_id AS "personId", score, matched_on AS "matchedOn" FROM search_persons($1, $2, $3, $4, $5)`,
    values: [name, birthDate, e164, lastSeven, first],
  });
  const persons = await loadMany(
    context,
    personById,
    found.map(({ personId }) => personId),
  );
  return found.flatMap(({ score, matchedOn }, place) => {
    const person = persons[place];
    return person ? [{ person, score, matchedOn }] : [];
  });
}
