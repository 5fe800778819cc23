import path from "node:path";
import launcher from "../launchSupervisor.cjs";

// A hub in small for the tests that kill one: runs the server of the folder in its first argument, says so in one
// JSON line, and stays until SIGTERM, which it answers as the hub does, by stopping the server before it ends.

const cacheFolder = path.join(import.meta.dirname, "../../../../node_modules/.cache/corespond-postgres");
const server = await launcher.launchSupervisor({ dataFolder: process.argv[2], cacheFolder });
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

const alive = setInterval(() => undefined, 1_000_000);
process.on("SIGINT", () => say({ interrupted: true }));
process.on("SIGTERM", () => {
  clearInterval(alive);
  void server.stop();
});

const { port, superuser, attached } = server;
say({ port, superuser, attached });
