import { randomUUID } from "node:crypto";

import { Client } from "pg";

import { cast, startPeople, type People } from "../testing/startPeople";
import { searchQuery } from "./search.sql";

const { brooklyn } = cast();
const rows = 3_000;
let people: People;

beforeAll(async () => {
  people = await startPeople();
  await people.owner(
    `WITH seeded AS (SELECT gen_random_uuid() AS id, n FROM generate_series(1, ${rows}) n),
       persons AS (INSERT INTO person (id) SELECT id FROM seeded),
       records AS (
         INSERT INTO person_record (id, person_id, source_agency_id, recorded_by, birth_date, birth_date_precision)
         SELECT id, id, $1, $1, date '1930-01-01' + (n * 9), 'DAY' FROM seeded),
       names AS (
         INSERT INTO person_name (record_id, source_agency_id, position, use, given, family)
         SELECT id, $1, 0, 'OFFICIAL', md5(n::text), md5(n::text || 'example') FROM seeded)
     INSERT INTO person_phone (record_id, source_agency_id, position, raw, e164)
     SELECT id, $1, 0, '-', '+1612' || (5550000 + n) FROM seeded`,
    [brooklyn],
  );
  await people.owner("ANALYZE");
  // Of a few thousand rows the planner rather reads all; the question is whether an index can serve at all.
  await people.owner("SET enable_seqscan = off");
});
afterAll(() => people.stop());

async function planOf(explain: string): Promise<string> {
  return (await people.owner<{ "QUERY PLAN": string }>(explain)).map((line) => line["QUERY PLAN"]).join("\n");
}

test.each(["force_custom_plan", "force_generic_plan"])("every criterion is served by its index (%s)", async (mode) => {
  const name = `s${randomUUID().replaceAll("-", "")}`;
  await people.owner(`SET plan_cache_mode = ${mode}`);
  await people.owner(`PREPARE ${name} (text, date, text, text, integer) AS ${searchQuery}`);
  const plan = await planOf(`EXPLAIN EXECUTE ${name}('Anna Testperson', '1980-03-07', '+16125550123', '5550123', 20)`);
  for (const index of [
    "person_name_written",
    "person_name_sound",
    "person_record_birth_date",
    "person_phone_e164",
    "person_phone_last_seven",
  ]) {
    expect(plan).toMatch(new RegExp(`Index Scan (on|using) ${index}`));
  }
  expect(plan).not.toContain("Seq Scan on person_name");
});

test("for a role that may not search no table is touched", async () => {
  await people.owner("PREPARE nobody (text, date, text, text, integer) AS " + searchQuery);
  const plan = await planOf(
    "EXPLAIN (ANALYZE, TIMING off, SUMMARY off, COSTS off) EXECUTE nobody('Anna Testperson', '1980-03-07', '+16125550123', '5550123', 20)",
  );
  const scans = plan
    .split("\n")
    .filter((line) => /Scan (on|using) person_/.test(line) && !line.includes("Subquery Scan"));
  expect(scans.length).toBeGreaterThan(4);
  for (const scan of scans) expect(scan).toContain("never executed");
});

test("the function runs this very query", async () => {
  const [definition] = await people.owner<{ prosrc: string; prosecdef: boolean }>(
    "SELECT prosrc, prosecdef FROM pg_proc WHERE proname = 'search_persons'",
  );
  expect(definition?.prosrc.trim()).toBe(searchQuery.trim());
  expect(definition?.prosecdef).toBe(true);
});

test("below row-level security the name's index would not serve, which is why the function is the owner's", async () => {
  const app = new Client({ connectionString: people.database.appUrl });
  await app.connect();
  await app.query("SET enable_seqscan = off");
  const { rows: lines } = await app.query<{ "QUERY PLAN": string }>(
    "EXPLAIN SELECT record_id FROM person_name WHERE normalized % 'anna testperson'",
  );
  await app.end();
  expect(lines.map((line) => line["QUERY PLAN"]).join("\n")).not.toContain("person_name_written");
});
