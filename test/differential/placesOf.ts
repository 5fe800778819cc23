/** What has a place in an answer. */
export interface Placed {
  readonly path?: readonly (string | number)[] | undefined;
}

/** The places of errors as text, each once, in order; an empty text for what has none. */
export function placesOf(errors: readonly Placed[] | undefined): readonly string[] {
  return [...new Set((errors ?? []).map(({ path }) => (path ?? []).join(".")))].sort();
}
