import { existsSync, readFileSync, statSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { connect } from "node:net";
import path from "node:path";
import { startEmbeddedPostgres } from "./embeddedPostgres";
import { processIdentity } from "./supervisor/processIdentity.cjs";
import { newDataFolder, ownerOf, removeDataFolders, untilGone } from "./testing/dataFolder";
import { query } from "./testing/query";
import { startChildHub } from "./testing/startChildHub";
import { startQuickServer } from "./testing/startQuickServer";

afterAll(removeDataFolders);

const reach = (host: string, port: number): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 5_000 });
    socket.once("connect", () => socket.destroy().once("close", () => resolve("connected")));
    socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "failed"));
    socket.once("timeout", () => socket.destroy().once("close", () => resolve("no answer")));
  });

const outsideAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);

describe("the embedded server", () => {
  test("starts, stops, leaves no process, and keeps data, password and port for the next start", async () => {
    const dataFolder = newDataFolder();
    const first = await startEmbeddedPostgres({ dataFolder });
    await query(first, "CREATE TABLE kept AS SELECT 42 AS answer");
    const { server, supervisor } = ownerOf(dataFolder);
    expect([server.pid, supervisor.pid].map(processIdentity)).not.toContain(undefined);
    await first.stop();
    await first.stop();
    expect([server.pid, supervisor.pid].map(processIdentity)).toEqual([undefined, undefined]);
    expect(existsSync(path.join(dataFolder, "owner.json"))).toBe(false);
    expect(await reach("127.0.0.1", first.port)).toBe("ECONNREFUSED");

    const second = await startEmbeddedPostgres({ dataFolder });
    expect({ port: second.port, superuser: second.superuser }).toEqual({
      port: first.port,
      superuser: first.superuser,
    });
    expect(await query(second, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  test("runs on a port of its own beside another", async () => {
    const [one, two] = await Promise.all([startQuickServer(newDataFolder()), startQuickServer(newDataFolder())]);
    expect(one.port).not.toBe(two.port);
    await query(one, "CREATE TABLE only_here ()");
    const found = "SELECT to_regclass('only_here')::text AS found";
    expect([await query(one, found), await query(two, found)]).toEqual([[{ found: "only_here" }], [{ found: null }]]);
    await Promise.all([one.stop(), two.stop()]);
  });

  test("hears nothing of a Ctrl-C in the terminal of its hub, which stops it when it has drained", async () => {
    const dataFolder = newDataFolder();
    const hub = await startChildHub(dataFolder);
    const { server, supervisor } = ownerOf(dataFolder);
    expect(await hub.interruptTerminal()).toBe('{"interrupted":true}');
    expect(await query(hub, "SELECT 1 AS served")).toEqual([{ served: 1 }]);
    await hub.end("SIGTERM");
    await untilGone(server.pid, supervisor.pid);
  });
});

describe("the server of a data folder", () => {
  const dataFolder = newDataFolder();
  const heard: string[] = [];
  let server: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
  beforeAll(async () => {
    server = await startEmbeddedPostgres({ dataFolder, log: (line) => heard.push(line) });
  });
  afterAll(() => server.stop());

  test("is reached from this machine only", async () => {
    expect(await reach("127.0.0.1", server.port)).toBe("connected");
    const answers = await Promise.all(outsideAddresses().map((address) => reach(address, server.port)));
    expect(answers.filter((answer) => answer === "connected")).toEqual([]);
    expect(
      await query(
        server,
        "SELECT setting FROM pg_settings WHERE name IN ('listen_addresses', 'unix_socket_directories') ORDER BY name",
      ),
    ).toEqual([{ setting: "127.0.0.1" }, { setting: "" }]);
  });

  test("refuses a wrong password", async () => {
    const stranger = { ...server, superuser: { ...server.superuser, password: "guessed" } };
    await expect(query(stranger, "SELECT 1")).rejects.toThrow(/password authentication failed/);
  });

  test("keeps its password where only its user reads it", () => {
    expect(statSync(path.join(dataFolder, "cluster", "secret.json")).mode & 0o777).toBe(0o600);
    expect(JSON.stringify(heard)).not.toContain(server.superuser.password);
  });

  test("sorts, folds case, tells time and survives a power cut alike on every machine", async () => {
    const [row] = await query(
      server,
      `SELECT current_setting('server_version_num')::int / 10000 AS major, current_setting('TimeZone') AS zone,
              current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages,
              current_setting('server_encoding') AS encoding, current_setting('max_connections') AS connections,
              upper('ñandú') AS upper, 'Z' < 'a' AS by_code_point,
              (SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = 'postgres') AS locale`,
    );
    expect(row).toEqual({
      major: 18,
      zone: "UTC",
      fsync: "on",
      pages: "on",
      encoding: "UTF8",
      connections: "100",
      upper: "ÑANDÚ",
      by_code_point: true,
      locale: "bC.UTF-8",
    });
  });

  test("writes no value of a row into its log", async () => {
    await query(server, "CREATE TABLE person (name text PRIMARY KEY)");
    await query(server, "INSERT INTO person VALUES ('Ada Testperson')");
    await expect(query(server, "INSERT INTO person VALUES ('Ada Testperson')")).rejects.toThrow(/duplicate key/);
    const log = readFileSync(path.join(dataFolder, "server.log"), "utf8");
    expect(log).toContain("duplicate key");
    expect(log).not.toContain("Testperson");
  });
});
