import path from "node:path";
import type { EmbeddedPostgres } from "../embeddedPostgres";
import { launchSupervisor } from "../launchSupervisor.cjs";

const cacheFolder = path.join(__dirname, "../../../../node_modules/.cache/corespond-postgres");

/** A server for tests that are not about durability: unsafe against a power cut, its cluster copied from the cache. */
export function startQuickServer(dataFolder: string): Promise<EmbeddedPostgres> {
  return launchSupervisor({ dataFolder, durable: false, cacheFolder });
}
