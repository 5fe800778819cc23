/** Freezes a view with everything in it: in one process it is handed to others as it is. */
export function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value) as readonly unknown[]) {
    if (typeof part === "object" && part !== null && !Object.isFrozen(part)) deepFreeze(part);
  }
  return Object.freeze(value);
}
