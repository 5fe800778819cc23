const path = require("node:path");
const swc = require("./swc.config.js");

/** The Jest settings that every workspace shares: TypeScript through swc, sources instead of builds, one real PostgreSQL. */
const packages = {
  "^@corespond/kit$": "services/kit/src/index.ts",
  "^@corespond/kit/testing$": "services/kit/src/testing/index.ts",
  "^@corespond/(agencies|people|referrals|resources)$": "services/$1/src/index.ts",
  "^@corespond/(gateway|schema|hub)$": "$1/src/index.ts",
  // Read when it is asked for, by the name that it has once it is built.
  "^\\./execution/apolloEngine\\.js$": "gateway/src/execution/apolloEngine.ts",
};

const moduleNameMapper = Object.fromEntries(
  Object.entries(packages).map(([name, file]) => [name, path.join(__dirname, file)]),
);

const esModules = ["jose", "uuid", "fast-check", "pure-rand"];

module.exports = {
  testEnvironment: "node",
  testMatch: ["**/*.test.ts"],
  setupFiles: [require.resolve("reflect-metadata")],
  moduleNameMapper,
  transform: { "\\.[cm]?[jt]s$": ["@swc/jest", { ...swc, sourceMaps: "inline", swcrc: false }] },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join("|")})/)`],
  modulePathIgnorePatterns: ["/dist/"],
  testTimeout: 30_000,
};
