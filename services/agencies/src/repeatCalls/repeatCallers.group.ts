/** A record of a person with the incidents of which it is a subject, and when the first and last of the window were. */
export interface RepeatRecord {
  readonly recordId: string;
  readonly incidents: readonly string[];
  readonly incidentsBefore: readonly string[];
  readonly firstOn: string | null;
  readonly lastOn: string | null;
}

/** A person of one or several such records; `recordId` is that with the most incidents. */
export interface RepeatPerson {
  readonly recordId: string;
  readonly recordIds: readonly string[];
  readonly incidents: ReadonlySet<string>;
  readonly incidentsBefore: number;
  readonly firstOn: string;
  readonly lastOn: string;
}

/**
 * The persons behind records who reach a threshold, most incidents first. An incident in which two records of one person
 * are subjects counts once. A record of which nobody says whose it is stands for a person of its own.
 */
export function repeatPersons(
  records: readonly RepeatRecord[],
  personOf: ReadonlyMap<string, string>,
  threshold: number,
): readonly RepeatPerson[] {
  const ofPersons = new Map<string, RepeatRecord[]>();
  for (const record of records) {
    const person = personOf.get(record.recordId) ?? record.recordId;
    ofPersons.set(person, [...(ofPersons.get(person) ?? []), record]);
  }
  return [...ofPersons.values()]
    .map(personBehind)
    .filter(({ incidents }) => incidents.size >= threshold)
    .sort((one, other) => other.incidents.size - one.incidents.size || byText(one.recordId, other.recordId));
}

function personBehind(records: readonly RepeatRecord[]): RepeatPerson {
  const recordIds = [...records]
    .sort((one, other) => other.incidents.length - one.incidents.length || byText(one.recordId, other.recordId))
    .map(({ recordId }) => recordId);
  const days = records.flatMap(({ firstOn, lastOn }) => [firstOn, lastOn].filter((day) => day !== null)).sort(byText);
  return {
    recordId: recordIds[0] ?? "",
    recordIds,
    incidents: new Set(records.flatMap(({ incidents }) => incidents)),
    incidentsBefore: new Set(records.flatMap(({ incidentsBefore }) => incidentsBefore)).size,
    firstOn: days[0] ?? "",
    lastOn: days.at(-1) ?? "",
  };
}

function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
