import { placeholder } from "./filteredOperation";

/** Puts nulls where fields were refused, and takes the stand-ins out of objects of which nothing else was left. */
export function fillRefused(data: unknown, nulls: readonly (readonly string[])[]): void {
  for (const path of nulls) fill(data, path);
}

function fill(value: unknown, [key, ...rest]: readonly string[]): void {
  if (key === undefined || value === null || typeof value !== "object") return;
  if (key === "@") {
    if (Array.isArray(value)) for (const item of value) fill(item, Array.isArray(item) ? ["@", ...rest] : rest);
    return;
  }
  const object = value as Record<string, unknown>;
  delete object[placeholder];
  if (rest.length > 0) fill(object[key], rest);
  else if (!Object.hasOwn(object, key)) object[key] = null;
}
