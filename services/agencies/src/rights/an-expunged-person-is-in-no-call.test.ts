import { randomUUID } from "node:crypto";

import { plantedTexts, type TestSlice } from "@corespond/kit/testing";

import { insertCalls } from "../testing/insertCalls";
import { startAgencies } from "../testing/startAgencies";
import { agencies, records } from "../testing/testIds";
import { viewers } from "../testing/testViewers";

const mark = "Testexpungemark";
let slice: TestSlice;

beforeAll(async () => {
  slice = await startAgencies();
});
afterAll(() => slice.stop());

const expunge = async (recordIds: readonly string[]): Promise<void> => {
  await slice.slice.receive([
    {
      id: randomUUID(),
      source: "people",
      type: "person.expunged",
      entityId: randomUUID(),
      occurredAt: new Date().toISOString(),
      payload: { recordIds },
    },
  ]);
};

test("L21: after an expungement the person is in no call, nor ever was, and no caution speaks of them", async () => {
  const { resident, neighbour } = records;
  const agencyId = agencies.brooklynPark;
  const [alone = ""] = await insertCalls(slice, { agencyId, count: 1, recordIds: [resident] });
  const [shared = ""] = await insertCalls(slice, {
    agencyId: agencies.bloomington,
    count: 1,
    recordIds: [resident, neighbour],
  });
  const caution = JSON.stringify([{ text: mark, source: null }]);
  await slice.owner("UPDATE call_for_service SET cautions = $2 WHERE id = $1", [alone, caution]);
  await slice.owner(
    `INSERT INTO call_subject_history (call_id, record_id, role, agency_id, linked_at, unlinked_at)
     VALUES ($1, $2, 'CALLER', $3, now() - interval '1 day', now())`,
    [alone, resident, agencyId],
  );
  const held = (await slice.port(viewers.privacyOfficer, "holdings", { recordIds: [resident] })) as {
    items: unknown[];
  };
  expect(held.items).toHaveLength(2);
  expect(await slice.port(viewers.officer, "holdings", { recordIds: [resident] })).toEqual({
    lastActivityAt: null,
    items: [],
  });
  await expunge([resident]);
  await expunge([resident]);
  expect(await plantedTexts(slice, mark)).toEqual([]);
  expect((await plantedTexts(slice, resident)).map(({ table }) => table)).toEqual(["audit_entry"]);
  expect(await slice.owner("SELECT record_id FROM call_subject WHERE call_id = ANY ($1)", [[alone, shared]])).toEqual([
    { record_id: neighbour },
  ]);
  expect(await slice.owner("SELECT id FROM call_for_service WHERE id = ANY ($1)", [[alone, shared]])).toHaveLength(2);
});
