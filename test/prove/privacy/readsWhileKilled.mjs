import { randomInt, randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";

const query = "query ($id: ID!) { person(id: $id) { id names { text } } }";

/** How many clients read at the same time. */
const clients = 4;

/**
 * Lets clients read one person while what answers them is killed and started again, so that every kill falls somewhere
 * between a question, its audit row and its answer. Resolves with the ids of the requests whose answer arrived, and how
 * many had none.
 * @param hub `url()` resolves with where the graph is, once it is there; `killAndStart()` resolves when it answers again.
 */
export async function readsWhileKilled(hub, { personId, token, kills }) {
  const answered = [];
  let [unanswered, going] = [0, true];
  const read = async () => {
    const requestId = randomUUID();
    const found = await personRead(await hub.url(), { personId, token, requestId });
    if (found) answered.push(requestId);
    else unanswered += 1;
  };
  const client = async () => {
    while (going) await read();
  };
  const all = Array.from({ length: clients }, client);
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const enough = answered.length + randomInt(5, 60);
      while (answered.length < enough) await setImmediate();
      await hub.killAndStart();
    }
  } finally {
    going = false;
    await Promise.all(all);
  }
  return { answered, unanswered };
}

/** Tells whether the person arrived; a connection that broke is no answer. */
async function personRead(url, { personId, token, requestId }) {
  const headers = {
    "content-type": "application/json",
    authorization: `Bearer ${token}`,
    "x-request-id": requestId,
  };
  try {
    const body = JSON.stringify({ query, variables: { id: personId } });
    const { data } = await (await fetch(url, { method: "POST", headers, body })).json();
    return Boolean(data?.person);
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
