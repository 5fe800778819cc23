import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { PostgresFailure } from "./failure.mjs";

const accountName = "postgres";

const idOf = (flag) =>
  Number(execFileSync("id", [flag, accountName], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));

const lookUp = () => {
  try {
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    return undefined;
  }
};

const create = () => {
  const quiet = { stdio: ["ignore", "ignore", "pipe"] };
  const home = ["--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin"];
  try {
    execFileSync("useradd", ["--system", "--user-group", ...home, accountName], quiet);
  } catch (error) {
    throw new PostgresFailure(
      "NO_SERVER_ACCOUNT",
      `PostgreSQL refuses to run as root, and a system user named ${accountName} could not be made: ` +
        `${String(error.stderr ?? error.message).trim()} Make one with useradd, or run as a normal user.`,
    );
  }
  return lookUp();
};

const ownerOf = (folder) => {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
};

/**
 * The account that the server runs as: ours, or for root (whom PostgreSQL refuses) the owner of the existing
 * cluster, else the system user `postgres`. Undefined stands for "ours".
 */
export function serverAccount(existingData) {
  if (process.getuid?.() !== 0) return undefined;
  if (process.platform !== "linux") {
    throw new PostgresFailure("NO_SERVER_ACCOUNT", "PostgreSQL refuses to run as root. Run as a normal user.");
  }
  return ownerOf(existingData) ?? lookUp() ?? create();
}
