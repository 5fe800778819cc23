import type { RepeatQuestion } from "./repeatCallers.policy";
import type { PlacedIncidents, RepeatPlace } from "./repeatLocations.loader";
import { RepeatLocation, RepeatLocations } from "./repeatLocations.type";

/** Makes the view of repeat locations. */
export function viewRepeatLocations(
  { codeSet, window }: Omit<RepeatQuestion, "agencyId">,
  { incidents, placedIncidents, places, locations }: PlacedIncidents,
): RepeatLocations {
  const { since, until, timeZone, threshold } = window;
  return Object.freeze(
    Object.assign(new RepeatLocations(), {
      codeSet,
      since,
      until,
      timeZone,
      threshold,
      incidents,
      unplacedIncidents: incidents - placedIncidents,
      places,
      locations: Object.freeze(locations.map((place) => viewRepeatLocation(place, incidents))),
    }),
  );
}

function viewRepeatLocation(found: RepeatPlace, ofAll: number): RepeatLocation {
  const { place, latitude, longitude, incidents, firstOn, lastOn } = found;
  return Object.freeze(
    Object.assign(new RepeatLocation(), {
      place: place.split("|").filter(Boolean).join(", "),
      coordinates: latitude === null || longitude === null ? null : Object.freeze({ latitude, longitude }),
      incidents,
      share: incidents / ofAll,
      firstOn,
      lastOn,
    }),
  );
}
