import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startEmbeddedPostgres } from "./embeddedPostgres";
import { startChildHub } from "./testing/startChildHub";
import { newDataFolder, ownerOf, removeDataFolders, untilGone } from "./testing/dataFolder";
import { query } from "./testing/query";

afterAll(removeDataFolders);

const postmasterFile = (dataFolder: string): string => path.join(dataFolder, "cluster", "data", "postmaster.pid");

const hubWithData = async (): Promise<{ dataFolder: string; hub: Awaited<ReturnType<typeof startChildHub>> }> => {
  const dataFolder = newDataFolder();
  const hub = await startChildHub(dataFolder);
  await query(hub, "CREATE TABLE committed AS SELECT generate_series(1, 1000) AS n");
  return { dataFolder, hub };
};

const expectRecovered = async (dataFolder: string): Promise<void> => {
  const server = await startEmbeddedPostgres({ dataFolder });
  expect(server.attached).toBe(false);
  expect(await query(server, "SELECT count(*)::int AS rows FROM committed")).toEqual([{ rows: 1000 }]);
  await server.stop();
  expect(existsSync(postmasterFile(dataFolder))).toBe(false);
};

describe("after kill -9", () => {
  test("of the hub alone, the server stops by itself and the next start has the data", async () => {
    const { dataFolder, hub } = await hubWithData();
    const { server, supervisor } = ownerOf(dataFolder);
    await hub.end("SIGKILL");
    await untilGone(server.pid, supervisor.pid);
    await expectRecovered(dataFolder);
  });

  test("of hub and supervisor, the next start stops the orphan first", async () => {
    const { dataFolder, hub } = await hubWithData();
    const { server, supervisor } = ownerOf(dataFolder);
    process.kill(supervisor.pid, "SIGKILL");
    await untilGone(supervisor.pid);
    await hub.end("SIGKILL");
    expect(await query(hub, "SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
    await expectRecovered(dataFolder);
    await untilGone(server.pid);
  });

  test("of hub, supervisor and server, the next start recovers what was committed", async () => {
    const { dataFolder, hub } = await hubWithData();
    const { server, supervisor } = ownerOf(dataFolder);
    process.kill(supervisor.pid, "SIGKILL");
    process.kill(server.pid, "SIGKILL");
    await hub.end("SIGKILL");
    expect(existsSync(postmasterFile(dataFolder))).toBe(true);
    await expectRecovered(dataFolder);
  });

  test("of the supervisor alone, stop() still stops the server", async () => {
    const { dataFolder, hub } = await hubWithData();
    const { server, supervisor } = ownerOf(dataFolder);
    process.kill(supervisor.pid, "SIGKILL");
    await untilGone(supervisor.pid);
    await hub.end("SIGTERM");
    await untilGone(server.pid);
    await expectRecovered(dataFolder);
  });
});

describe("a lock file that outlived its server", () => {
  const killedServer = async (): Promise<string> => {
    const { dataFolder, hub } = await hubWithData();
    const { server, supervisor } = ownerOf(dataFolder);
    process.kill(supervisor.pid, "SIGKILL");
    process.kill(server.pid, "SIGKILL");
    await hub.end("SIGKILL");
    await untilGone(server.pid, supervisor.pid);
    return dataFolder;
  };

  test("is taken over although its process number now belongs to another program", async () => {
    const dataFolder = await killedServer();
    const [, ...rest] = readFileSync(postmasterFile(dataFolder), "utf8").split("\n");
    writeFileSync(postmasterFile(dataFolder), [String(process.pid), ...rest].join("\n"));
    await expectRecovered(dataFolder);
  });

  test("is taken over by one of two that start at once", async () => {
    const dataFolder = await killedServer();
    const [one, two] = await Promise.all([
      startEmbeddedPostgres({ dataFolder }),
      startEmbeddedPostgres({ dataFolder }),
    ]);
    expect([one.attached, two.attached].sort()).toEqual([false, true]);
    expect(await query(two, "SELECT count(*)::int AS rows FROM committed")).toEqual([{ rows: 1000 }]);
    await Promise.all([one.stop(), two.stop()]);
  });
});
