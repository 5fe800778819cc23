import type { RequestContext } from "@corespond/kit";

import { BirthDatePrecision } from "../birthDate/birthDate.type";
import { nameText } from "../name/name.type";
import { searchCriteria, type SearchCriteria } from "../search/search.criteria";
import { findPersons } from "../search/search.loader";
import type { PersonMatch } from "../search/search.type";
import type { RegisterPersonInput, RegisterPersonPayload } from "./person.inputs";

const mostDuplicates = 5;
const leastScore = 0.5;

/** What to look for duplicates by, or null where the input holds nothing that can be searched by. */
export function duplicatesBy({ names, birthDate, phones }: RegisterPersonInput): SearchCriteria | null {
  const [name] = names;
  const written =
    name && nameText({ given: name.given ?? null, middle: null, family: name.family ?? null, suffix: null });
  const given = {
    name: written && (written.match(/\p{L}/gu)?.length ?? 0) > 1 ? written : null,
    birthDate: birthDate?.precision === BirthDatePrecision.DAY ? birthDate.date : null,
    phone: phones.map(({ number }) => number).find((number) => number.replace(/\D/g, "").length > 6) ?? null,
  };
  return Object.values(given).every((criterion) => criterion === null) ? null : searchCriteria(given);
}

/** Whom the viewer knows already who may be the person just registered. */
export async function possibleDuplicates(
  context: RequestContext,
  { person, duplicatesBy: by }: RegisterPersonPayload,
): Promise<readonly PersonMatch[]> {
  if (person === null || by === null) return [];
  const matches = await findPersons(context, by, mostDuplicates + 1);
  return matches.filter((match) => match.person.id !== person.id && match.score >= leastScore).slice(0, mostDuplicates);
}
