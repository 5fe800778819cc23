import path from "node:path";

const here = import.meta.dirname;
const peers = path.join(here, "../peers");

const hive = (runtime, sharing) => ({
  peer: true,
  args: ({ file, port }) => [
    path.join(peers, "node_modules/@graphql-hive/gateway/dist/bin.js"),
    ...["supergraph", file, "--port", `${port}`, "--host", "127.0.0.1", "--fork", "1"],
    ...["--config-path", path.join(peers, "hive.config.mjs")],
  ],
  env: { BENCH_HIVE_RUNTIME: runtime, BENCH_HIVE_SHARING: sharing ? "on" : "off" },
});

const ours = (sharing) => ({
  peer: false,
  args: ({ file, port }) => [
    path.join(here, "../../../hub/dist/main.js"),
    ...["gateway", "--supergraph", file, "--no-auth", "--port", `${port}`],
  ],
  env: { CORESPOND_SHARE: sharing ? "requests" : "off" },
});

/**
 * The gateways, each as its makers would run it for speed on one core. "Shared" gateways give one execution of a request to
 * all who ask the same at the same time, and one fetch to all that want the same of a slice; the others do neither.
 */
export const gateways = {
  stock: { peer: true, args: ({ file, port }) => [path.join(peers, "stock.mjs"), file, `${port}`] },
  hive: hive("default", false),
  hiveShared: hive("default", true),
  hiveRust: hive("rust", false),
  hiveRustShared: hive("rust", true),
  ours: ours(false),
  oursShared: ours(true),
};
