import { graphError, type RequestContext } from "@corespond/kit";

import { mostGrouped, personGroups } from "../../ports/people.port";

/** Records of one person have the same number; the numbers mean nothing else. */
export type Persons = ReadonlyMap<string, number>;

/** How many records one measure may concern; every two of them must meet in a question. */
const mostRecords = 40_000;

/**
 * Asks people which records are of one person: measures count persons, and one person may be known by several records.
 * More records than one question takes are asked about in pairs of halves, so that every two of them meet.
 */
export async function personsOf(context: RequestContext, recordIds: Iterable<string>): Promise<Persons> {
  const ids = [...new Set(recordIds)];
  if (ids.length > mostRecords) {
    const help = "Ask for a shorter period, fewer codes, or shorter windows.";
    throw graphError("BAD_USER_INPUT", `This concerns more than ${mostRecords} records of persons. ${help}`, {
      limit: mostRecords,
      actual: ids.length,
    });
  }
  const first = ids.map((_, position) => position);
  for (const positions of questionsOf(ids.length)) {
    const asked = positions.flatMap((position) => ids[position] ?? []);
    const groups = asked.length === 0 ? [] : await context.ports.ask(personGroups, { recordIds: asked });
    groups.forEach((group, n) => {
      join(first, positions[n] ?? 0, positions[group] ?? 0);
    });
  }
  return new Map(ids.map((id, position) => [id, rootOf(first, position)]));
}

/** The questions, each a list of positions: one, or one for every two halves. */
function questionsOf(count: number): readonly (readonly number[])[] {
  const range = (from: number, size: number): readonly number[] =>
    Array.from({ length: Math.max(0, Math.min(size, count - from)) }, (_, n) => from + n);
  if (count <= mostGrouped) return [range(0, count)];
  const half = mostGrouped / 2;
  const halves = Array.from({ length: Math.ceil(count / half) }, (_, n) => range(n * half, half));
  return halves.flatMap((one, n) => halves.slice(n + 1).map((other) => [...one, ...other]));
}

function rootOf(first: number[], position: number): number {
  let root = position;
  for (let next = first[root]; next !== undefined && next !== root; next = first[root]) root = next;
  first[position] = root;
  return root;
}

function join(first: number[], one: number, other: number): void {
  const [a, b] = [rootOf(first, one), rootOf(first, other)];
  first[Math.max(a, b)] = Math.min(a, b);
}

/** How many different persons stand behind records. */
export function countPersons(persons: Persons, recordIds: Iterable<string>): number {
  return new Set([...recordIds].map((id) => persons.get(id) ?? id)).size;
}
