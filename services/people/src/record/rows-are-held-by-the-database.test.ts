// cspell:words relname relkind relnamespace regnamespace relrowsecurity relforcerowsecurity
import { randomUUID } from "node:crypto";

import type { ViewerClaims } from "@corespond/kit";
import { Client } from "pg";

import { seedRecord } from "../testing/seedRecord";
import { cast, startPeople, type People } from "../testing/startPeople";

const { brooklyn, officer } = cast();
/** The tables, and a column of each that stands in for all. */
const columns: Readonly<Record<string, string>> = {
  person: "id",
  person_record: "id",
  person_name: "record_id",
  person_phone: "record_id",
  person_address: "record_id",
  consent: "id",
  consent_refusal: "id",
  care_contact: "id",
  crisis_strategy: "id",
  crisis_disclosure: "id",
  crisis_decision: "disclosure_id",
  client_notice: "disclosure_id",
  tennessen_warning: "id",
  data_request: "id",
  data_request_answer: "request_id",
  statement_of_disagreement: "id",
  legal_process: "id",
  legal_process_answer: "process_id",
  legal_hold: "id",
  legal_hold_release: "hold_id",
  retention_rule: "id",
  accounting_start: "id",
  expungement: "id",
  break_glass: "id",
  break_glass_review: "break_glass_id",
  resident_login_record: "record_id",
};
const tables = [...Object.keys(columns), "resident_login"];
let people: People;
let app: Client;

beforeAll(async () => {
  people = await startPeople();
  await seedRecord(people, { personId: randomUUID(), agencyId: brooklyn });
  app = new Client({ connectionString: people.database.appUrl });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await people.stop();
});

const forged = (claims: Partial<ViewerClaims>): string => {
  const text = JSON.stringify({ ...officer, ...claims, exp: Date.now() });
  return `people/graph.${Buffer.from(text).toString("base64url")}.${Buffer.from("no signature").toString("base64url")}`;
};

describe.each([
  ["no viewer", ""],
  ["a viewer that nobody signed", forged({})],
  ["the hub itself, unsigned", forged({ role: "SYSTEM" as ViewerClaims["role"] })],
])("%s", (_who, token) => {
  beforeAll(() =>
    app.query("SELECT set_config('corespond.viewer', $1, false), set_config('corespond.grants', $1, false)", [token]),
  );

  test.each(tables)("reads no row of %s", async (table) => {
    expect((await app.query(`SELECT count(*)::int AS count FROM ${table}`)).rows).toEqual([{ count: 0 }]);
  });

  test.each(Object.entries(columns))("changes and removes nothing of %s", async (table, id) => {
    for (const statement of [`UPDATE ${table} SET ${id} = NULL`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
      await expect(app.query(statement)).rejects.toThrow("permission denied");
    }
  });

  test("unlinks and removes no sign-in of a resident", async () => {
    expect((await app.query("UPDATE resident_login SET subject = 'other'")).rowCount).toBe(0);
    await expect(app.query("DELETE FROM resident_login")).rejects.toThrow("permission denied");
  });

  test("adds no record", async () => {
    await expect(app.query("INSERT INTO person (id) VALUES ($1)", [randomUUID()])).rejects.toThrow(
      "row-level security",
    );
    const insert = "INSERT INTO person_record (id, person_id, source_agency_id, recorded_by) SELECT $1, $1, $2, $3";
    await expect(app.query(insert, [randomUUID(), brooklyn, officer.id])).rejects.toThrow("row-level security");
  });

  test("finds nobody, and learns no ids of records", async () => {
    expect((await app.query("SELECT * FROM search_persons('Synthetic', '1980-01-01', NULL, NULL, 50)")).rows).toEqual(
      [],
    );
    const persons = (await people.owner<{ id: string }>("SELECT id FROM person")).map(({ id }) => id);
    expect((await app.query("SELECT * FROM records_concerned($1, '{}', '{}')", [persons])).rows).toEqual([]);
  });
});

test("every table that holds a person's data is under forced row-level security", async () => {
  const found = await people.owner<{ relname: string }>(
    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relrowsecurity AND relforcerowsecurity ORDER BY relname",
  );
  expect(found.map(({ relname }) => relname)).toEqual(
    [...tables, "accounting_request", "accounting_suspension", "audit_block", "audit_entry"].sort(),
  );
});
