/** The id with a number: a UUID that a test can write down. */
export const testId = (number: number): string => `00000000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

const numbered = <N extends string>(from: number, ...names: readonly N[]): Readonly<Record<N, string>> =>
  Object.fromEntries(names.map((name, index) => [name, testId(from + index)])) as Record<N, string>;

/** Ids of the test county. */
export const agencies = numbered(
  0xa00,
  "county",
  "dispatch",
  "brooklynPark",
  "bloomington",
  "southLake",
  "hopkins",
  "edina",
);
export const areas = numbered(0xb00, "brooklynPark", "bloomington", "excelsior", "shorewood", "edina");
export const program = testId(0xc00);
export const organizations = numbered(0xd00, "shelter");
export const staff = numbered(
  0xe00,
  "officer",
  "former",
  "dispatcher",
  "socialWorker",
  "newWorker",
  "supervisor",
  "privacyOfficer",
  "analyst",
  "administrator",
  "provider",
  "machine",
);
export const assignments = numbered(0xf00, "brooklynPark", "southLake", "past", "planned");

export const codeSets = numbered(0x900, "older", "newest");

/** Invented residents whom people says are known to the viewer, and their records; any other is not. */
export const persons = numbered(0x200, "resident", "neighbour");
export const records = numbered(0x100, "resident", "neighbour", "residentElsewhere");
