const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Tells whether a client's id can be an id at all. One that cannot names nothing: it is absent, not an error. */
export function isUuid(id: string): boolean {
  return uuidForm.test(id);
}
