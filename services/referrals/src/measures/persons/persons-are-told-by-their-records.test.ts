import { randomUUID } from "node:crypto";

import type { Neighbours } from "../../testing/neighbours";
import { startReferrals, type Referrals } from "../../testing/startReferrals";
import { countPersons, personsOf } from "./personsOf.loader";

let r: Referrals;

beforeAll(async () => {
  r = await startReferrals();
});
afterAll(() => r.stop());

test.each([
  [0, 0],
  [9, 1],
  [10_000, 1],
  [10_001, 3],
  [20_001, 10],
])("%i records of pairs of one person are persons after %i questions", async (count, questions) => {
  const ids = Array.from({ length: count }, () => randomUUID());
  const half = Math.ceil(count / 2);
  ids.forEach((id, n) => r.neighbours.personOfRecord.set(id, `person ${String(n % half)}`));
  const asked: unknown[] = [];
  const persons = await personsOf(contextAsking(r.neighbours, asked), [...ids, ...ids.slice(0, 5)]);
  expect(asked).toHaveLength(questions);
  expect(countPersons(persons, ids)).toBe(half);
  ids.slice(0, half).forEach((id, n) => expect(persons.get(id)).toBe(persons.get(ids[n + half] ?? id)));
});

test("more records than a measure may concern are refused", async () => {
  const ids = Array.from({ length: 40_001 }, () => randomUUID());
  await expect(personsOf(contextAsking(r.neighbours, []), ids)).rejects.toMatchObject({
    extensions: { code: "BAD_USER_INPUT", limit: 40_000, actual: 40_001 },
  });
});

/** A context of the running slice whose questions are answered by the neighbours and noted. */
function contextAsking(neighbours: Neighbours, asked: unknown[]) {
  const answer = neighbours.answers["people.personGroups"] as unknown as (input: unknown) => readonly number[];
  return {
    ...r.slice.systemContext("test"),
    ports: {
      ask: <O>(_question: unknown, input: unknown): Promise<O> => {
        asked.push(input);
        return Promise.resolve(answer(input) as O);
      },
    },
  };
}
