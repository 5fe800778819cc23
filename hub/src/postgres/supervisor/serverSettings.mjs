const always = {
  listen_addresses: "127.0.0.1",
  // Loopback TCP serves everyone, and a socket's path would break under long data folders (107 bytes).
  unix_socket_directories: "",
  max_connections: 100,
  password_encryption: "scram-sha-256",
  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
  jit: "off",
  // Nobody replicates from here; less write-ahead log makes imports quicker.
  wal_level: "minimal",
  max_wal_senders: 0,
  // Statements and the DETAIL of errors hold values of rows: names, narratives. The log keeps neither.
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
};

// Tests throw their data away, and state their own ANALYZE where a plan matters.
const notDurable = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  autovacuum: "off",
  checkpoint_timeout: "1d",
  scram_iterations: 1,
};

/**
 * The settings that the server is started with, as arguments. `corespond.folder` and `corespond.run` mark
 * the process and its sessions as the server of this data folder, and say who started it.
 */
export function serverSettings({ port, durable, folder, run }) {
  const marks = { "corespond.folder": folder, "corespond.run": JSON.stringify(run) };
  const settings = { ...always, ...(durable ? {} : notDurable), port, ...marks };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** The argument by which the server of a data folder is known among the machine's processes. */
export function folderMark(folder) {
  return `corespond.folder=${folder}`;
}
