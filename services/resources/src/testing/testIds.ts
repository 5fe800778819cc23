/** A readable id for tests: the number stands at its end. */
export function testId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/** The organizations of the test directory. */
export const organizations = { harbor: testId(1), kitchen: testId(2), clinic: testId(3) } as const;

/** Its services. */
export const services = {
  shelter: testId(11),
  safeHouse: testId(12),
  pantry: testId(13),
  detox: testId(14),
  closed: testId(15),
  hotline: testId(16),
  nightDesk: testId(17),
} as const;

/** Its locations; `hidden` is confidential. */
export const locations = { main: testId(21), hidden: testId(22), north: testId(23) } as const;

/** Which service is given where. */
export const places = {
  shelterAtMain: testId(31),
  safeHouseAtHidden: testId(32),
  pantryAtNorth: testId(33),
  detoxAtMain: testId(34),
  detoxAtHidden: testId(35),
  nightDeskAtNorth: testId(36),
} as const;

/** Its terms: food is above pantry and meals, housing above shelter. */
export const terms = {
  food: testId(41),
  pantry: testId(42),
  meals: testId(43),
  housing: testId(44),
  shelter: testId(45),
} as const;

/** Its units and capacities. */
export const capacities = {
  beds: testId(51),
  residentialBeds: testId(52),
  shelter: testId(53),
  detox: testId(54),
} as const;
