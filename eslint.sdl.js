const { existsSync, readdirSync } = require("node:fs");
const path = require("node:path");

const graphql = require("@graphql-eslint/eslint-plugin");

const folder = path.join(__dirname, "schema/subgraphs");
const subgraphs = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".graphql")) : [];

/** Each slice's SDL is a schema of its own: together they would define `Person` four times. */
const projects = Object.fromEntries(
  subgraphs.map((file) => [path.basename(file, ".graphql"), { schema: path.join(folder, file) }]),
);

/** A stub of another slice's entity: its owner's text is the graph's text, see schema/conventions.md. */
const stub = "ObjectTypeDefinition:has(> Directive[name.value=extends])";
const toldElsewhere = [
  "ObjectTypeDefinition[name.value=/^(Query|Mutation|Subscription)$/]",
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

/** Rules for the committed SDL of the slices, as one ESLint configuration object. */
const sdlRules = {
  files: ["schema/subgraphs/*.graphql"],
  plugins: { "@graphql-eslint": graphql },
  languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { projects } } },
  rules: {
    ...graphql.configs["flat/schema-recommended"].rules,
    ...graphql.configs["flat/schema-relay"].rules,
    "@graphql-eslint/require-description": ["error", { ...everything, ignoredSelectors: toldElsewhere }],
    "@graphql-eslint/require-deprecation-date": "error",
    "@graphql-eslint/require-nullable-result-in-root": "error",
    // A short list that never grows (names, phones, reasons) is a list; what grows is a connection.
    "@graphql-eslint/relay-edge-types": ["error", { listTypeCanWrapOnlyEdgeType: false }],
    // It keeps what the first schema reaches and judges the other slices by it; composition finds a stray type anyway.
    "@graphql-eslint/no-unreachable-types": "off",
    // A name, an address or a redaction has no identity of its own; entities say theirs with @key.
    "@graphql-eslint/strict-id-in-types": "off",
  },
};

module.exports = { sdlRules };
