import { Client } from "pg";
import { createTestDatabase } from "./database.js";

const query = async (url: string, text: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

let migrations = 0;

const migrate = async (ownerUrl: string): Promise<void> => {
  migrations += 1;
  await query(ownerUrl, "CREATE TABLE note (id int PRIMARY KEY); GRANT SELECT, INSERT ON note TO kitdemo_app");
};

describe("test databases", () => {
  test("are migrated once and cloned for each caller, who sees nothing of the others", async () => {
    const [one, two] = await Promise.all([1, 2].map(() => createTestDatabase({ slice: "kitdemo", migrate })));
    await query(one!.appUrl, "INSERT INTO note VALUES (1)");
    expect(migrations).toBe(1);
    expect(await query(two!.appUrl, "SELECT * FROM note")).toEqual([]);
    expect(await query(one!.ownerUrl, "SELECT * FROM note")).toEqual([{ id: 1 }]);
    await Promise.all([one!.drop(), two!.drop()]);
  });

  test("belong to the owner, let the application in, and nobody else", async () => {
    const mine = await createTestDatabase({ slice: "kitdemo", migrate });
    const other = await createTestDatabase({ slice: "kitother", migrate: async () => undefined });
    const stranger = Object.assign(new URL(other.appUrl), { pathname: `/${mine.database}` }).href;
    await expect(query(stranger, "SELECT 1")).rejects.toThrow(/permission denied for database/);
    await expect(query(mine.appUrl, "CREATE TABLE more ()")).rejects.toThrow(/permission denied for schema public/);
    await expect(query(mine.appUrl, "DROP TABLE note")).rejects.toThrow(/must be owner/);
    await Promise.all([mine.drop(), other.drop()]);
  });

  test("with another fingerprint start from another state", async () => {
    const plain = await createTestDatabase({ slice: "kitdemo", migrate });
    const seeded = await createTestDatabase({
      slice: "kitdemo",
      fingerprint: "seeded",
      migrate: async (url) => void (await query(url, "CREATE TABLE seeded ()")),
    });
    const tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";
    expect(await query(plain.ownerUrl, tables)).toEqual([{ tablename: "note" }]);
    expect(await query(seeded.ownerUrl, tables)).toEqual([{ tablename: "seeded" }]);
    await Promise.all([plain.drop(), seeded.drop()]);
  });

  test("are not left half made by a migration that fails", async () => {
    let attempts = 0;
    const fails = async (url: string): Promise<void> => {
      await query(url, "CREATE TABLE half ()");
      attempts += 1;
      if (attempts === 1) throw new Error("broken migration");
    };
    await expect(createTestDatabase({ slice: "kithalf", migrate: fails })).rejects.toThrow("broken migration");
    const whole = await createTestDatabase({ slice: "kithalf", migrate: fails });
    expect(await query(whole.ownerUrl, "SELECT * FROM half")).toEqual([]);
    await whole.drop();
  });

  test("are gone after drop, even with a connection left open", async () => {
    const database = await createTestDatabase({ slice: "kitdemo", migrate });
    const left = new Client({ connectionString: database.appUrl });
    left.on("error", () => undefined);
    await left.connect();
    await database.drop();
    await expect(query(database.ownerUrl, "SELECT 1")).rejects.toThrow(/does not exist/);
    await left.end();
  });
});
