const boundaries = require("eslint-plugin-boundaries");

/** Who may import whom among our own packages, by name; see "Boundaries" in CONTRIBUTING.md. */
const packagesSeenFrom = {
  service: ["@corespond/kit"],
  kit: [],
  gateway: ["@corespond/kit"],
  schema: [],
  client: ["@corespond/schema"],
  hub: ["@corespond/*"],
  test: ["@corespond/*"],
};

/** The files that may touch a table's row; everything else sees the view that the policy made of it. */
const rowReaders = [
  "**/*.{row,loader,service,policy,test}.ts",
  "**/{migrations,importers,seed}/**/*.ts",
  "**/subgraph.ts",
];

/** What may use another package's test doubles and fixtures. */
const tests = ["**/*.test.ts", "**/testing/**/*.ts", "**/__fixtures__/**/*.ts", "test/**/*.ts"];

const ours = (source) => ({ to: { module: { origin: "external", source } } });

const packagePolicies = [
  {
    disallow: ours("@corespond/*"),
    message:
      "{{ from.element.type }} may not import {{ dependency.source }}: slices meet in the graph and at the port.",
  },
  ...Object.entries(packagesSeenFrom)
    .filter(([, names]) => names.length > 0)
    .map(([type, names]) => ({ from: { element: { type } }, allow: ours(names) })),
  {
    disallow: { dependency: { source: ["@corespond/*/!(testing)", "@corespond/*/*/**"] } },
    message: "Import {{ to.module.source }} by its name alone: what lies behind it is its own affair.",
  },
  {
    from: { file: { categories: { noneOf: ["test"] } } },
    disallow: { dependency: { source: "@corespond/*/testing" } },
    message: "{{ dependency.source }} is for tests.",
  },
];

const relativePolicies = [
  {
    from: { element: { path: "**" } },
    disallow: { to: { element: { path: "!{{ from.element.path }}" } } },
    message: "A relative import may not leave its package.",
  },
  // The one real PostgreSQL that every package's tests share.
  { from: { file: { categories: "test" } }, allow: { to: { element: { type: "test" } } } },
];

const rowPolicies = [
  {
    from: { file: { categories: { noneOf: ["row-reader"] } } },
    disallow: { to: { file: { categories: "row" } } },
    message: "A row never leaves its slice's loaders, services and policies: import the view (*.type.ts).",
  },
];

/** Boundaries between rooms, as one ESLint configuration object. */
const boundaryRules = {
  files: ["**/*.ts"],
  plugins: { boundaries },
  settings: {
    "boundaries/root-path": __dirname,
    "boundaries/legacy-warnings": false,
    "boundaries/elements": [
      { type: "kit", pattern: "services/kit", partialMatch: false },
      { type: "service", pattern: "services/*", partialMatch: false, capture: ["name"] },
      { type: "client", pattern: "clients/*", partialMatch: false, capture: ["name"] },
      { type: "gateway", pattern: "gateway", partialMatch: false },
      { type: "schema", pattern: "schema", partialMatch: false },
      { type: "hub", pattern: "hub", partialMatch: false },
      { type: "test", pattern: "test", partialMatch: false },
    ],
    "boundaries/files": [
      // Every file has a category, for `noneOf` never holds of a file without one.
      { category: "source", pattern: "**/*.ts" },
      { category: "row", pattern: "**/*.row.ts" },
      { category: "row-reader", pattern: rowReaders },
      { category: "test", pattern: tests },
    ],
    "boundaries/flag-as-external": { customSourcePatterns: ["@corespond/*", "@corespond/*/**"] },
    "boundaries/additional-dependency-nodes": [{ selector: "TSImportType Literal", kind: "type", name: "import" }],
    "import/resolver": { node: { extensions: [".ts", ".js", ".json"] } },
  },
  rules: {
    "boundaries/dependencies": [
      "error",
      {
        default: "allow",
        checkAllOrigins: true,
        checkInternals: true,
        policies: [...packagePolicies, ...relativePolicies, ...rowPolicies],
      },
    ],
  },
};

module.exports = { boundaryRules };
