"use strict";

const { execFileSync } = require("node:child_process");
const { readFileSync } = require("node:fs");

/** Whether a process number is taken, be it by a zombie: what PostgreSQL asks of its own lock file. */
function numberTaken(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

// Field 3 of /proc/PID/stat is the state, field 22 the start in ticks since this boot; the name before them may hold spaces.
const linuxIdentity = (pid) => {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  return fields[0] === "Z" || fields[0] === "X" ? undefined : `${boot}/${fields[19]}`;
};

const psIdentity = (pid) => {
  const line = execFileSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  return line.startsWith("Z") ? undefined : line.replace(/^\S+\s+/, "");
};

/** What tells a running process from a later one with the same number: its start. Undefined when it is gone, or a zombie. */
function processIdentity(pid) {
  if (!numberTaken(pid)) return undefined;
  if (process.platform === "win32") return "running";
  try {
    return process.platform === "linux" ? linuxIdentity(pid) : psIdentity(pid);
  } catch {
    // It ended between the two questions; if it did not, it belongs to a user whose processes we may not see.
    return numberTaken(pid) ? "hidden" : undefined;
  }
}

/** Whether the process that was noted as `{ pid, identity }` still runs. */
function stillRuns({ pid, identity }) {
  const now = processIdentity(pid);
  return now !== undefined && now === identity;
}

/** The command line of a process as one string per argument (one string in all outside Linux); undefined when it cannot be read. */
function commandLine(pid) {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    if (process.platform === "win32") return undefined;
    return [execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" })];
  } catch {
    return numberTaken(pid) ? undefined : [];
  }
}

module.exports = { commandLine, numberTaken, processIdentity, stillRuns };
