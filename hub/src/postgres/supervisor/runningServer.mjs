import pg from "pg";
import { PostgresFailure } from "./failure.mjs";
import { readPostmasterFile, removeStalePostmasterFile } from "./postmasterFile.mjs";
import { commandLine, numberTaken, processIdentity } from "./processIdentity.cjs";
import { folderMark } from "./serverSettings.mjs";
import { until } from "./waiting.mjs";

const silentServerLimitMs = 10_000;
const question =
  "SELECT current_setting('corespond.folder', true) AS folder, current_setting('corespond.run', true) AS run";

/** Whether a process is the server of this folder; undefined where the system does not tell. */
const servesFolder = (pid, folder) => {
  if (!processIdentity(pid)) return false;
  const mark = folderMark(folder);
  return commandLine(pid)?.some((argument) =>
    process.platform === "linux" ? argument === mark : argument.includes(mark),
  );
};

const wrongPassword = "28P01";

/** What a server answers: its marks; an empty answer when it is not ours; undefined when it does not answer yet. */
const ask = async (port, password) => {
  const login = { host: "127.0.0.1", port, user: "postgres", database: "postgres", password };
  const client = new pg.Client({ ...login, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined); // a server that stops while it is asked is one that did not answer
  try {
    await client.connect();
    return (await client.query(question)).rows[0];
  } catch (error) {
    return error.code === wrongPassword ? {} : undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const refuseStranger = (pid, folders) => {
  throw new PostgresFailure(
    "IN_USE",
    `The PostgreSQL server with process number ${pid} runs on ${folders.data} but does not take the password of ${folders.secret}. ` +
      "Stop that process, then start again.",
  );
};

/**
 * The server that runs on this folder: `{ pid, port, run }`, where `run` names the processes that started it.
 * Waits while it is still starting or recovering. Undefined when none runs; a lock file left by a dead one, whose
 * number another process has since been given, is removed.
 */
export async function findRunningServer(folders, password) {
  const noted = readPostmasterFile(folders.postmasterPid);
  if (!noted) return undefined;
  const ours = servesFolder(noted.pid, folders.dataFolder);
  const there = () => processIdentity(noted.pid) && readPostmasterFile(folders.postmasterPid)?.pid === noted.pid;
  const answer = async () => (there() ? await ask(noted.port, password) : {});
  const said = ours === false ? {} : await until(answer, ours ? Infinity : silentServerLimitMs);
  if (said?.folder === folders.dataFolder) return { pid: noted.pid, port: noted.port, run: JSON.parse(said.run) };
  if (ours && there()) refuseStranger(noted.pid, folders);
  if (!ours && numberTaken(noted.pid)) removeStalePostmasterFile(folders.postmasterPid, noted.text);
  return undefined;
}
