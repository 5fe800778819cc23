/** What goes wrong at one field of one object: `coded` is an error with a code of its own. */
export type FieldFault = "error" | "coded" | "null" | "wrong";

/** What goes wrong with one entity that a slice is asked for. */
export type EntityFault = "missing" | "error";

/** What goes wrong with all that a slice is asked. */
export type SliceFault = "unreached" | "only errors" | "null";

/**
 * What goes wrong while a request is answered. It depends on what is asked for, never on the order or number of requests:
 * each engine meets the same faults, however it asks.
 */
export interface Faults {
  field(object: string, field: string): FieldFault | null;
  entity(slice: string, object: string): EntityFault | null;
  slice(slice: string): SliceFault | null;
  /** Whether slices let a null pass where their own schema has none. */
  readonly lax: boolean;
}

/** Nothing goes wrong. */
export const noFaults: Faults = { field: () => null, entity: () => null, slice: () => null, lax: false };

/** How rarely each kind of thing goes wrong: once in so many; 0 is never. */
export interface FaultRates {
  readonly field: number;
  readonly entity: number;
  readonly slice: number;
  readonly lax: boolean;
}

/** Faults drawn by a seed. */
export function seededFaults(seed: number, rates: FaultRates): Faults {
  const draw = <T>(rate: number, key: string, kinds: readonly T[]): T | null => {
    if (rate === 0) return null;
    const hash = hashOf(`${seed} ${key}`);
    if (hash % rate !== 0) return null;
    return kinds[Math.floor(hash / rate) % kinds.length] ?? null;
  };
  return {
    field: (object, field) => draw(rates.field, `${object}.${field}`, ["error", "coded", "null", "wrong"]),
    entity: (slice, object) => draw(rates.entity, `${slice} ${object}`, ["missing", "error"]),
    slice: (slice) => draw(rates.slice, slice, ["unreached", "only errors", "null"]),
    lax: rates.lax,
  };
}

/** FNV-1a with a final mix, so that texts that differ little differ in all bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
