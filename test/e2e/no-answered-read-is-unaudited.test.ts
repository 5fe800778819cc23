import { readSecrets, signLocalToken, slices } from "@corespond/hub";

import { readsWhileKilled } from "../prove/privacy/readsWhileKilled.mjs";
import { startTestProcesses, type TestProcesses } from "./harness/startTestProcesses";

let parts: TestProcesses;
beforeAll(async () => {
  parts = await startTestProcesses(["resources"]);
}, 180_000);
afterAll(async () => {
  await parts.stop();
});

/** How often the slice is killed while clients read. */
const kills = 6;

test("L18: every answer that a client received has its audit row, whenever the slice was killed", async () => {
  const [person] = await parts.databases.owner<{ id: string }>(
    "people",
    "SELECT person_id AS id FROM person_record LIMIT 1",
  );
  const { issuerKey } = await readSecrets(
    parts.place.dataFolder,
    slices.map(({ name }) => name),
  );
  const { token } = await signLocalToken(issuerKey, "supervisor");
  const graph = {
    url: () => Promise.resolve(parts.url),
    killAndStart: async () => {
      await parts.kill("people");
      await parts.start("people");
    },
  };
  const { answered, unanswered } = await readsWhileKilled(graph, { personId: person?.id ?? "", token, kills });
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
