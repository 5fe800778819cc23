import { AgencyKind } from "../agency/agency.kind";

/** What the FBI's list of agencies calls a kind, and what we do. */
const kinds: ReadonlyMap<string, AgencyKind> = new Map([
  ["City", AgencyKind.POLICE_DEPARTMENT],
  ["County", AgencyKind.SHERIFF],
  ["University or College", AgencyKind.CAMPUS_POLICE],
  ["State Police", AgencyKind.STATE_PATROL],
]);

const names: readonly (readonly [RegExp, AgencyKind])[] = [
  [/\bairport\b/i, AgencyKind.AIRPORT_POLICE],
  [/\bparks?\b/i, AgencyKind.PARK_POLICE],
  [/\btransit\b/i, AgencyKind.TRANSIT_POLICE],
];

/** What is left to the name: the list has no word for police of airports, parks and transit. */
const otherTypes: readonly (string | null)[] = ["Other", "Other State Agency"];

/** An agency's kind, and whether that is a guess: its type is missing or unknown, and its name does not tell either. */
export function agencyKindOf(
  type: string | null,
  name: string,
): { readonly kind: AgencyKind; readonly guessed: boolean } {
  const known = type === null ? undefined : kinds.get(type);
  if (known) return { kind: known, guessed: false };
  const named = names.find(([form]) => form.test(name));
  return named ? { kind: named[1], guessed: false } : { kind: AgencyKind.OTHER, guessed: !otherTypes.includes(type) };
}
