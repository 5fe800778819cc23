import { isUuid } from "../context/uuidKeys";

/**
 * Writes the ids of an input as PostgreSQL writes them, so that an id is the same id however its letters are written
 * (RFC 9562, section 4). Ids are what fields named `id` or ending in `Id` hold.
 */
export function idsInLowerCase(input: object): void {
  for (const [name, value] of Object.entries(input) as [string, unknown][]) {
    if (typeof value === "string" && /^id$|Id$/.test(name) && isUuid(value))
      Object.assign(input, { [name]: value.toLowerCase() });
    else if (typeof value === "object" && value !== null) idsInLowerCase(value);
  }
}
