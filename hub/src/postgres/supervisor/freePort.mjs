import { readFileSync } from "node:fs";
import { createServer } from "node:net";

/** A loopback port that nothing listens on at this moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The port that this folder's server had before, so that a tool's saved connection keeps working; undefined at first. */
export function earlierPort(file) {
  try {
    const port = Number(readFileSync(file, "utf8"));
    return port > 0 && port < 65_536 ? port : undefined;
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}
