import { createTestDatabase } from "../../../../test/kit/database.js";
import { openSliceDatabase, type SliceDatabase } from "./sliceDatabase";

let database: SliceDatabase;
let drop: () => Promise<void>;

beforeAll(async () => {
  const made = await createTestDatabase({ slice: "kit", migrate: () => Promise.resolve() });
  drop = made.drop;
  database = await openSliceDatabase({ slice: "kit", appUrl: made.appUrl, rows: [] });
});

afterAll(async () => {
  await database.close();
  await drop();
});

test("a date is a text, in the pool's connections and in TypeORM's, whatever the server's zone", async () => {
  const sql = "SELECT date '2021-08-31' AS day, ARRAY[date '2021-08-31', NULL] AS days";
  const client = await database.connect();
  await client.query("SET TIME ZONE 'Pacific/Kiritimati'");
  const { rows } = await client.query(sql);
  await client.query("RESET TIME ZONE");
  client.release();

  expect(rows).toEqual([{ day: "2021-08-31", days: ["2021-08-31", null] }]);
  expect(await database.dataSource.query(sql)).toEqual(rows);
});

test("a count is a number; a numeric keeps its exact text", async () => {
  expect(
    await database.dataSource.query("SELECT count(*) AS n, ARRAY[7::bigint] AS sizes, 0.10::numeric AS share"),
  ).toEqual([{ n: 1, sizes: [7], share: "0.10" }]);
});

test("an instant stays an instant", async () => {
  const [row] = await database.dataSource.query<{ at: Date }[]>("SELECT timestamptz '2021-08-31T14:05:00-05' AS at");
  expect(row?.at.toISOString()).toBe("2021-08-31T19:05:00.000Z");
});
