const { existsSync, readdirSync } = require("node:fs");
const path = require("node:path");

const graphql = require("@graphql-eslint/eslint-plugin");

const folder = path.join(__dirname, "schema/subgraphs");
const slices = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".graphql")) : [];

/** Each slice's SDL is a schema of its own (together they would define `Person` four times); so is what clients see. */
const projects = Object.fromEntries(
  ["schema/api.graphql", ...slices.map((file) => `schema/subgraphs/${file}`)].map((file) => [
    path.basename(file, ".graphql"),
    { schema: path.join(__dirname, file), include: file },
  ]),
);

/** A stub of another slice's entity: its owner's text is the graph's text, see schema/conventions.md. */
const stub = "ObjectTypeDefinition:has(> Directive[name.value=extends])";
const rootType = "ObjectTypeDefinition[name.value=/^(Query|Mutation|Subscription)$/]";
const toldElsewhere = [
  rootType,
  stub,
  `${stub} > FieldDefinition[name.value=/^(id|recordId)$/]`,
  "FieldDefinition:has(> Directive[name.value=external])",
];

const everything = {
  types: true,
  DirectiveDefinition: true,
  FieldDefinition: true,
  InputValueDefinition: true,
  EnumValueDefinition: true,
};

const parsed = {
  plugins: { "@graphql-eslint": graphql },
  languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { projects } } },
};

const common = {
  ...graphql.configs["flat/schema-recommended"].rules,
  ...graphql.configs["flat/schema-relay"].rules,
  "@graphql-eslint/require-deprecation-date": "error",
  "@graphql-eslint/require-nullable-result-in-root": "error",
  // A name, an address or a redaction has no identity of its own; entities say theirs with @key.
  "@graphql-eslint/strict-id-in-types": "off",
  // Names are HSDS's: Address.addressType, Location.locationType, Schedule.scheduleLink.
  "@graphql-eslint/no-typename-prefix": "off",
};

/** Rules for the committed schemas, as ESLint configuration objects. */
const sdlRules = [
  {
    files: ["schema/subgraphs/*.graphql"],
    ...parsed,
    rules: {
      ...common,
      "@graphql-eslint/require-description": ["error", { ...everything, ignoredSelectors: toldElsewhere }],
      // This rule remembers the edges of the first schema that it meets: it sees the API schema alone, which has them all.
      "@graphql-eslint/relay-edge-types": "off",
    },
  },
  {
    files: ["schema/api.graphql"],
    ...parsed,
    rules: {
      ...common,
      "@graphql-eslint/require-description": ["error", { ...everything, ignoredSelectors: [rootType] }],
      // A short list that never grows (names, phones, reasons) is a list; what grows is a connection. There is no `node`
      // field and no Node interface: an entity is asked for by its own query.
      "@graphql-eslint/relay-edge-types": ["error", { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false }],
    },
  },
];

module.exports = { sdlRules };
