import { mkdirSync } from "node:fs";
import path from "node:path";

/** Where everything lies in a data folder: the cluster with its secret, the notes about the running server, its log. */
export function foldersIn(dataFolder) {
  const cluster = path.join(dataFolder, "cluster");
  return {
    dataFolder,
    cluster,
    data: path.join(cluster, "data"),
    secret: path.join(cluster, "secret.json"),
    postmasterPid: path.join(cluster, "data", "postmaster.pid"),
    owner: path.join(dataFolder, "owner.json"),
    port: path.join(dataFolder, "port"),
    log: path.join(dataFolder, "server.log"),
  };
}

/** Makes the data folder. 0711: the server's account may pass through, nobody else may list it. */
export function makeDataFolder(dataFolder) {
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
}
