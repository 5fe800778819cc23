import { randomInt } from "node:crypto";
import { setImmediate } from "node:timers/promises";

import { readSecrets, signLocalToken, slices } from "@corespond/hub";

import { ask } from "./harness/graphClient";
import { startTestProcesses, type TestProcesses } from "./harness/startTestProcesses";

let parts: TestProcesses;
beforeAll(async () => {
  parts = await startTestProcesses(["resources"]);
}, 180_000);
afterAll(async () => {
  await parts.stop();
});

interface Read {
  readonly person: { readonly id: string } | null;
}

const query = "query ($id: ID!) { person(id: $id) { id names { text } } }";

/** How often the slice is killed while clients read. */
const kills = 6;

test("every answer that a client received has its audit row, whenever the slice was killed", async () => {
  const [person] = await parts.databases.owner<{ id: string }>(
    "people",
    "SELECT person_id AS id FROM person_record LIMIT 1",
  );
  const { issuerKey } = await readSecrets(
    parts.place.dataFolder,
    slices.map(({ name }) => name),
  );
  const { token } = await signLocalToken(issuerKey, "supervisor");
  const answered: string[] = [];
  let [asked, unanswered, going] = [0, 0, true];
  const client = async (number: number): Promise<void> => {
    while (going) {
      const requestId = `kill-${String(number)}-${String((asked += 1))}`;
      const { data } = await ask<Read>(parts.url, query, {
        token,
        variables: { id: person?.id },
        headers: { "x-request-id": requestId },
      });
      if (data?.person) answered.push(requestId);
      else unanswered += 1;
    }
  };
  const clients = [1, 2, 3, 4].map(client);
  for (let kill = 0; kill < kills; kill += 1) {
    const enough = answered.length + randomInt(5, 60);
    while (answered.length < enough) await setImmediate();
    await parts.kill("people");
    await parts.start("people");
  }
  going = false;
  await Promise.all(clients);
  expect(unanswered).toBeGreaterThan(0);
  const audited = await parts.databases.owner<{ id: string }>(
    "people",
    "SELECT request_id AS id FROM audit_entry WHERE request_id = ANY ($1) AND outcome = 'SUCCESS'",
    [answered],
  );
  const known = new Set(audited.map(({ id }) => id));
  expect(answered.filter((id) => !known.has(id))).toEqual([]);
  expect(answered.length).toBeGreaterThan(kills * 5);
}, 120_000);
