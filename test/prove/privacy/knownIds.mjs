/** Every id that the slices' tables of entities hold, as far as a client could ever have got hold of one. */
const tables = {
  agencies: ["agency", "program", "staff_member", "assignment", "call_for_service", "jurisdiction"],
  people: ["person", "person_record", "consent"],
  referrals: ["referral", "service_referral"],
  resources: ["organization", "service", "location"],
};

/** The ids of every kind of record, by table. */
export async function idsByTable(world) {
  const found = {};
  for (const [slice, names] of Object.entries(tables)) {
    for (const table of names) {
      const rows = await world.owner(slice, `SELECT id FROM ${table} ORDER BY id LIMIT 200`);
      found[table] = rows.map(({ id }) => id);
    }
  }
  return found;
}
