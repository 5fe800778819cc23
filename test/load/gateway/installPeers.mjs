import { execFile } from "node:child_process";
import { access } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const peers = path.join(import.meta.dirname, "../peers");

/** Installs the gateways that ours is compared with, unless they are there; no test and no user needs them. */
export async function installPeers(say) {
  try {
    await access(path.join(peers, "node_modules/.package-lock.json"));
  } catch {
    say("Installing the other gateways …");
    await promisify(execFile)("npm", ["ci", "--no-workspaces", "--loglevel", "error"], { cwd: peers });
  }
}
