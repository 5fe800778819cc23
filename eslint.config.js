const js = require("@eslint/js");
const { defineConfig } = require("eslint/config");
const typescript = require("typescript-eslint");

const { boundaryRules } = require("./eslint.boundaries.js");
const { sdlRules } = require("./eslint.sdl.js");

const tests = ["**/*.test.ts", "**/testing/**/*.ts", "**/__fixtures__/**/*.ts", "test/**/*.ts"];

/** What Node gives a script without an import. */
const nodeGlobals = Object.fromEntries(
  [...Object.getOwnPropertyNames(globalThis), "module", "exports", "require", "__dirname", "__filename"].map((name) => [
    name,
    "readonly",
  ]),
);

/** Style that any TypeScript file here keeps; the reasons are in CONTRIBUTING.md. */
const houseStyle = {
  "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
  "@typescript-eslint/max-params": ["error", { max: 3 }],
  "@typescript-eslint/no-explicit-any": "error",
  "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
  "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
  // An interface may ask for a promise where this implementation has nothing to wait for.
  "@typescript-eslint/require-await": "off",
  "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
  // `== null` is the one comparison that means "null or undefined".
  eqeqeq: ["error", "always", { null: "ignore" }],
  "max-lines": ["error", { max: 300, skipBlankLines: false, skipComments: false }],
  "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
  "no-console": "error",
  "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
  "no-restricted-imports": [
    "error",
    { paths: [{ name: "node:process", importNames: ["env"], message: "Only config.ts reads the environment." }] },
  ],
  "no-restricted-properties": [
    "error",
    { object: "process", property: "env", message: "Only config.ts reads the environment." },
  ],
};

module.exports = defineConfig(
  {
    ignores: ["**/dist/**", "**/node_modules/**", "**/.turbo/**", "**/coverage/**", "**/.corespond/**"],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { files: ["**/*.{js,cjs,mjs}"], ...js.configs.recommended },
  { files: ["**/*.{js,cjs}"], languageOptions: { sourceType: "commonjs" } },
  { files: ["**/*.{js,cjs,mjs}"], languageOptions: { globals: nodeGlobals } },
  {
    files: ["**/*.ts"],
    extends: [js.configs.recommended, typescript.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: "./tsconfig.all.json", tsconfigRootDir: __dirname } },
    rules: houseStyle,
  },
  boundaryRules,
  { files: ["**/config.ts", ...tests], rules: { "no-restricted-properties": "off", "no-restricted-imports": "off" } },
  // A command line speaks to its reader on the console; a service speaks to its log, which leaves persons out.
  { files: ["hub/**/*.ts", "**/main.ts", ...tests], rules: { "no-console": "off" } },
  {
    // type-graphql hands a method its parent, arguments, context and query each as a parameter.
    files: ["**/*.resolver.ts", "**/*.mutations.ts"],
    rules: { "@typescript-eslint/max-params": ["error", { max: 5 }] },
  },
  {
    // A suite is one function, and what the graph answers in a test has no static type.
    files: tests,
    rules: {
      "max-lines-per-function": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
  ...sdlRules,
);
