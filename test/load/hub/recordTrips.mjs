import pg from "pg";

const setViewer = "SELECT set_config('corespond.viewer'";

/** One transaction as it was sent: the connection it took, and its statements with their values. */
class Trip {
  statements = [];

  constructor(client) {
    this.connection = client.connectionParameters;
  }

  /** The id of the request that it was sent for: the viewer's token says it. */
  get requestId() {
    const viewer = this.statements.find(({ text }) => text.startsWith(setViewer));
    const claims = viewer?.values[0].split(".")[1];
    return claims && JSON.parse(Buffer.from(claims, "base64url").toString()).requestId;
  }
}

/**
 * Notes what is sent to PostgreSQL in this process while `act` runs: a list of transactions, in the order of their start.
 * Nothing else in the house can tell values: they are those of persons, and no log and no channel has them.
 */
export async function recordTrips(act) {
  const { query } = pg.Client.prototype;
  const trips = [];
  const open = new Map();
  pg.Client.prototype.query = function (...given) {
    const [asked, beside] = given;
    const { text, values = beside, name } = typeof asked === "string" ? { text: asked } : asked;
    if (/^(BEGIN|START TRANSACTION)/.test(text)) open.set(this, new Trip(this));
    const trip = open.get(this);
    trip?.statements.push({ text, values: Array.isArray(values) ? values : [], ...(name && { name }) });
    if (trip && /^(COMMIT|ROLLBACK)/.test(text)) {
      trips.push(trip);
      open.delete(this);
    }
    return query.apply(this, given);
  };
  try {
    await act();
  } finally {
    pg.Client.prototype.query = query;
  }
  return trips;
}
