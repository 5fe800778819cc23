/** Hive Gateway as its makers run it in their own benchmark; see `gateway/gateways.mjs` for what the variables choose. */
import { defineConfig } from "@graphql-hive/gateway";
import { unifiedGraphHandler } from "@graphql-hive/router-runtime";

const sharing = process.env.BENCH_HIVE_SHARING === "on";

export const gatewayConfig = defineConfig({
  ...(process.env.BENCH_HIVE_RUNTIME === "rust" && { unifiedGraphHandler }),
  jit: process.env.BENCH_HIVE_RUNTIME !== "rust",
  logging: false,
  // Whole requests, off unless asked for; and fetches, on unless refused.
  inboundInflightRequestDeduplication: sharing,
  transportEntries: { "*.http": { options: { deduplicateInflightRequests: sharing } } },
});
