import type { NearInput } from "./searchServices.args";
import type { SqlValues } from "./sqlValues";

// Statute miles, by the earth's mean radius of 6,371.0088 km (IUGG).
const earthRadiusMiles = 3958.7613;
const milesPerDegree = (earthRadiusMiles * Math.PI) / 180;

/**
 * Services with the distance in miles of their nearest location within a circle: `(service_id, miles)`. A box that an
 * index serves comes first, then the haversine formula. Confidential locations take no part, for any viewer.
 */
export function nearSql({ latitude, longitude, withinMiles }: NearInput, values: SqlValues): string {
  const [lat, lon] = [values.add(latitude), values.add(longitude)].map((value) => `${value}::double precision`);
  const miles = `${2 * earthRadiusMiles} * asin(least(1, sqrt(
    power(sin(radians(l.latitude - ${lat}) / 2), 2)
    + cos(radians(${lat})) * cos(radians(l.latitude)) * power(sin(radians(l.longitude - ${lon}) / 2), 2))))`;
  return `(SELECT p.service_id, min(found.miles) AS miles
    FROM location l CROSS JOIN LATERAL (SELECT ${miles} AS miles) found JOIN service_place p ON p.location_id = l.id
    WHERE NOT l.confidential AND ${boxSql({ latitude, longitude, withinMiles }, values)}
      AND found.miles <= ${values.add(withinMiles)}::double precision
    GROUP BY p.service_id)`;
}

function boxSql({ latitude, longitude, withinMiles }: NearInput, values: SqlValues): string {
  const between = (column: string, middle: number, reach: number): string =>
    `${column} BETWEEN ${values.add(middle - reach)}::double precision AND ${values.add(middle + reach)}::double precision`;
  // A little more than the circle, so that rounding never cuts it.
  const reach = (withinMiles / milesPerDegree) * 1.001;
  const north = between("l.latitude", latitude, reach);
  // A circle on a sphere reaches farthest east of its centre at asin(sin r / cos latitude); around a pole, everywhere.
  const sine = Math.sin((reach * Math.PI) / 180) / Math.cos((latitude * Math.PI) / 180);
  const east = sine < 1 ? (Math.asin(sine) * 180) / Math.PI : 360;
  // Across the date line the latitude alone has to do.
  if (Math.abs(latitude) + reach >= 90 || longitude - east < -180 || longitude + east > 180) return north;
  return `${north} AND ${between("l.longitude", longitude, east)}`;
}
