/**
 * The keys of a slice's setting, newest first: `new,old` while a key is being replaced. The first one signs; every one of
 * them is accepted, so that gateway, slices and databases change over one after the other.
 */
export function viewerKeys(setting: string): readonly [string, ...string[]] {
  const [newest = "", ...older] = setting.split(",").map((key) => key.trim());
  return [newest, ...older];
}

/** Whether each key is long enough to be no guess. */
export const areViewerKeys = (setting: string): boolean => viewerKeys(setting).every((key) => key.length >= 32);
