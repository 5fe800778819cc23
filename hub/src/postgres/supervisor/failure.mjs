const ownServer = "or point every slice at a PostgreSQL 18 of your own with <SLICE>_DATABASE_URL.";

/** A failure that a person can act on: a code for programs, and a message that says what happened and what to do. */
export class PostgresFailure extends Error {
  constructor(code, message) {
    super(message);
    this.name = "PostgresFailure";
    this.code = code;
  }
}

const knownCauses = [
  {
    pattern: /No space left on device|Check free disk space|ENOSPC|Disk quota exceeded|EDQUOT/,
    code: "DISK_FULL",
    advice: (folder) => `The disk that holds ${folder} is full. Free some space and start again; nothing was lost.`,
  },
  {
    pattern: /GLIBC_|error while loading shared libraries|Library not loaded|Exec format error|ENOEXEC/,
    code: "NO_BINARIES",
    advice: () =>
      `The PostgreSQL binaries do not run on this machine. Use a glibc based Linux, macOS or Windows, ${ownServer}`,
  },
  {
    pattern: /could not look up effective user ID/,
    code: "NO_PERMISSION",
    advice: () =>
      "This user has no entry in /etc/passwd, and PostgreSQL needs one. Add the user to it, or run as a user that has one.",
  },
  {
    pattern: /Permission denied|Operation not permitted|Read-only file system|EACCES|EPERM|EROFS|wrong ownership/,
    code: "NO_PERMISSION",
    advice: (folder) =>
      `The folder ${folder} cannot be read and written by this user. Run as the user that created it, or choose another data folder.`,
  },
  {
    pattern: /ENOTDIR|EEXIST/,
    code: "NO_PERMISSION",
    advice: (folder) =>
      `${folder} cannot be made a folder: a file is in the way. Move the file or choose another data folder.`,
  },
  {
    pattern: /pre-existing shared memory block/,
    code: "IN_USE",
    advice: (folder) => `Another PostgreSQL still uses ${folder}. Stop that process and start again.`,
  },
];

/** Turns what the system or PostgreSQL said into a failure that says what to do; the last lines are kept as evidence. */
export function explainFailure(said, folder) {
  if (said instanceof PostgresFailure) return said;
  const text = said instanceof Error ? said.message : String(said);
  const cause = knownCauses.find(({ pattern }) => pattern.test(text));
  const evidence = text.trim().split("\n").slice(-5).join("\n");
  if (cause) return new PostgresFailure(cause.code, `${cause.advice(folder)}\n${evidence}`);
  return new PostgresFailure("START_FAILED", `PostgreSQL did not start. See server.log in ${folder}.\n${evidence}`);
}
