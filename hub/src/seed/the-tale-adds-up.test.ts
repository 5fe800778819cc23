import { countyTale } from "./countyTale";

const tale = countyTale();
const personsOf = (prefix: string): readonly string[] =>
  tale.persons.map(({ key }) => key).filter((key) => key.startsWith(prefix));

test("the tale is the same every time", () => {
  expect(countyTale()).toEqual(tale);
});

test("nobody of the tale could be taken for somebody real, and nobody is two persons", () => {
  for (const { family } of tale.persons) expect(family).toMatch(/test|example|sample|demo/i);
  expect(new Set(tale.persons.map(({ key }) => key)).size).toBe(tale.persons.length);
});

test("every incident has its own number, and none lies after the tale's end", () => {
  expect(new Set(tale.calls.map(({ incidentNumber }) => incidentNumber)).size).toBe(tale.calls.length);
  expect(tale.calls.every(({ day }) => day <= "2021-08-31")).toBe(true);
});

test("25 residents of one social worker call 300 times before and 45 times after", () => {
  const residents = personsOf("bp-repeat-");
  expect(residents).toHaveLength(25);
  const referrals = tale.referrals.filter(({ person }) => residents.includes(person));
  expect(new Set(referrals.map(({ ownerId }) => ownerId)).size).toBe(1);
  const reachedOn = new Map(
    referrals.map(({ person, contacts }) => [person, contacts?.[0]?.occurredAt.slice(0, 10) ?? ""]),
  );
  expect([...reachedOn.values()].every((day) => day <= "2021-03-02")).toBe(true);
  const calls = tale.calls.filter(({ subject }) => subject !== null && residents.includes(subject));
  const after = calls.filter(({ subject, day }) => day > (reachedOn.get(subject ?? "") ?? ""));
  expect([calls.length - after.length, after.length]).toEqual([900, 45]);
});

test("more than 1,700 different people are reached in 2020, by more referrals than people", () => {
  const in2020 = tale.referrals.filter(({ contacts }) => contacts?.[0]?.occurredAt.startsWith("2020"));
  const people = new Set(in2020.map(({ person }) => person));
  expect(people.size).toBe(1_735);
  expect(in2020.length).toBeGreaterThan(people.size);
});
