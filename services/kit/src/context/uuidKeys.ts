const uuidText = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Tells whether a text that a client gave as an id can be one: PostgreSQL refuses a whole statement over any other. */
export function isUuid(text: string): boolean {
  return uuidText.test(text);
}

/** The keys of a batch that can be ids, in lower case as PostgreSQL writes them: an impossible id acts like an absent record. */
export function uuidKeys(keys: readonly string[]): readonly string[] {
  return keys.filter(isUuid).map((key) => key.toLowerCase());
}
