import { startEmbeddedPostgres } from "./embeddedPostgres";
import { startChildHub } from "./testing/startChildHub";
import { newDataFolder, ownerOf, removeDataFolders, untilGone } from "./testing/dataFolder";
import { query } from "./testing/query";

afterAll(removeDataFolders);

describe("a second process on one data folder", () => {
  test("attaches to the running server, and leaves it running when it stops", async () => {
    const dataFolder = newDataFolder();
    const hub = await startChildHub(dataFolder);
    const { server, supervisor, owner } = ownerOf(dataFolder);
    expect(owner.pid).toBe(hub.process.pid);

    const attached = await startEmbeddedPostgres({ dataFolder });
    expect(attached).toMatchObject({ attached: true, port: hub.port, superuser: hub.superuser });
    await query(attached, "CREATE TABLE imported ()");
    await attached.stop();
    expect(ownerOf(dataFolder).server).toEqual(server);
    expect(await query(hub, "SELECT * FROM imported")).toEqual([]);

    await hub.end("SIGTERM");
    await untilGone(server.pid, supervisor.pid);
    const next = await startEmbeddedPostgres({ dataFolder });
    expect(next.attached).toBe(false);
    expect(await query(next, "SELECT * FROM imported")).toEqual([]);
    await next.stop();
  });

  test("started at the same moment, on a folder that is still empty, shares one server with the first", async () => {
    const dataFolder = newDataFolder();
    const servers = await Promise.all([1, 2, 3].map(() => startEmbeddedPostgres({ dataFolder })));
    expect(servers.filter(({ attached }) => !attached)).toHaveLength(1);
    expect(new Set(servers.map(({ port }) => port)).size).toBe(1);
    const started = await Promise.all(
      servers.map((server) => query(server, "SELECT pg_postmaster_start_time()::text AS at")),
    );
    expect(new Set(started.flat().map((row) => JSON.stringify(row))).size).toBe(1);
    await Promise.all(servers.map((server) => server.stop()));
  });
});
