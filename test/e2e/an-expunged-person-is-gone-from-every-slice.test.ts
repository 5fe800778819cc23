import { Steps } from "../prove/steps.mjs";
import { startTestHub, type TestHub } from "./harness/startTestHub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
}, 120_000);
afterAll(async () => {
  await hub.stop();
});

/** The tables of a slice that hold a text anywhere. */
async function tablesWith(slice: string, text: string): Promise<readonly string[]> {
  const tables = await hub.databases.owner<{ name: string }>(
    slice,
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await hub.databases.owner<{ found: boolean }>(
      slice,
      `SELECT EXISTS (SELECT FROM "${name}" t WHERE strpos(lower(to_jsonb(t)::text), lower('${text}')) > 0) AS found`,
    );
    if (row?.found) found.push(`${slice}.${name}`);
  }
  return found;
}

const everywhere = async (text: string): Promise<readonly string[]> =>
  (await Promise.all(["people", "referrals", "agencies", "resources"].map((slice) => tablesWith(slice, text)))).flat();

test("L21: a person of whom every slice knows is told what is held, then expunged, and no slice knows them any more", async () => {
  const steps = new Steps(hub.as);
  const mark = "Testexpungemark";
  const { person } = await steps.act<{ person: { id: string } }>("officer", "registerPerson", "person { id }", {
    names: [{ given: "Expunge", family: mark }],
  });
  const { call } = await steps.act<{ call: { id: string } }>("officer", "recordCall", "call { id }", {
    incidentNumber: "T-expunged",
    receivedAt: new Date(Date.now() - 3_600_000).toISOString(),
    commonCode: "WELFARE",
    subjects: [{ personId: person.id, role: "SUBJECT" }],
  });
  await steps.act("officer", "submitReferral", "referral { id }", {
    personId: person.id,
    callId: call.id,
    reasons: ["HOUSING"],
    narrative: mark,
  });
  const [record] = await hub.databases.owner<{ id: string }>(
    "people",
    `SELECT id FROM person_record WHERE person_id = '${person.id}'`,
  );
  const recordId = record?.id ?? "";
  const { dataAnswer } = await steps.read<{ dataAnswer: { holdings: { kind: string }[]; html: string } }>(
    "privacy-officer",
    "query ($id: ID!) { dataAnswer(personId: $id) { holdings { kind } html } }",
    { id: person.id },
  );
  expect(dataAnswer.holdings.map(({ kind }) => kind).sort()).toEqual([
    "Call for service",
    "Referral to a social worker",
    "What an agency has recorded of you",
  ]);
  expect(await everywhere(mark)).not.toEqual([]);
  const { records } = await steps.act<{ records: number }>("privacy-officer", "expungePerson", "records", {
    personId: person.id,
    authority: "Order 27-CR-26-1",
  });
  expect(records).toBe(1);
  const links = async (): Promise<readonly string[]> =>
    (await everywhere(recordId)).filter((table) => !/\.(audit_entry|audit_block|outbox|idempotency)$/.test(table));
  for (const until = Date.now() + 20_000; Date.now() < until && (await links()).length > 0;)
    await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await links()).toEqual([]);
  expect(await everywhere(mark)).toEqual([]);
}, 60_000);
