/**
 * The keys of a secret's setting: one, or `new,old` while it is being replaced. The first one signs; every one of them is
 * accepted, so that those who share it change over one after the other.
 */
export function keysOf(setting: string): readonly [string, ...string[]] {
  const [newest = "", ...older] = setting.split(",").map((key) => key.trim());
  return [newest, ...older];
}

/** Whether each key is long enough to be no guess. */
export const areKeys = (setting: string): boolean => keysOf(setting).every((key) => key.length >= 32);
