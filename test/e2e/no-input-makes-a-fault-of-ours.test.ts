import { readFileSync } from "node:fs";
import path from "node:path";

import fc, { type Arbitrary } from "fast-check";
import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from "graphql";

import { startTestHub, type TestHub } from "./harness/startTestHub";

const schema = buildSchema(readFileSync(path.join(__dirname, "../../schema/api.graphql"), "utf8"));
const samples = 12;

let hub: TestHub;
let knownIds: readonly string[];
beforeAll(async () => {
  hub = await startTestHub();
  const idsOf = async (slice: string, table: string): Promise<readonly string[]> =>
    (await hub.databases.owner<{ id: string }>(slice, `SELECT id FROM ${table} ORDER BY id LIMIT 5`)).map(
      ({ id }) => id,
    );
  knownIds = (
    await Promise.all([
      idsOf("agencies", "agency"),
      idsOf("agencies", "staff_member"),
      idsOf("agencies", "call_for_service"),
      idsOf("people", "person"),
      idsOf("people", "person_record"),
      idsOf("referrals", "referral"),
      idsOf("referrals", "service_referral"),
      idsOf("resources", "service"),
      idsOf("resources", "service_capacity"),
    ])
  ).flat();
}, 120_000);
afterAll(async () => {
  await hub.stop();
});

const forgedCursors = ['["x","y"]', '["x","01890a5d-ac96-774b-bcce-b302099a8057"]', "[1]", "{}"].map((text) =>
  Buffer.from(text).toString("base64url"),
);
const hostileTexts = [
  ...[
    "",
    " ",
    "\u0000",
    "a\u0000b",
    "\ud800",
    "\u202e\u0007",
    "%",
    "_",
    "'",
    "\\",
    '"; DROP TABLE person; --',
    "{}",
    "null",
  ],
  ...["AAAA", ...forgedCursors, "ﷺ".repeat(200), "a".repeat(20_000), "-1", "1e400", "NaN"],
];
const hostileTimes = [
  ...["0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "2026-02-30", "2026-02-29T25:00:00Z", "now"],
  ...["0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "+275760-09-13T00:00:00Z", "2026-12-31T23:59:60Z"],
  ...["2026-01-01T00:00:00", "2026-01-01T00:00:00+99:99", "24:00", "2026-11-01T01:30:00-05:00"],
];
const validTime = fc.constantFrom("2026-01-31", "2026-01-31T08:00:00Z", "08:00");
const numbers = [0, -1, 1, 100, 101, 2_147_483_647, -2_147_483_648];

const scalars: Readonly<Record<string, () => Arbitrary<unknown>>> = {
  Boolean: () => fc.boolean(),
  Int: () => fc.constantFrom(...numbers),
  Float: () => fc.oneof(fc.constantFrom(...numbers, 1.7e308, -1.7e308, 5e-324), fc.double({ noNaN: true })),
  ID: () =>
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...knownIds) }, fc.constantFrom(...hostileTexts), fc.uuid()),
  String: () =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant("Synthetic") },
      fc.constantFrom(...hostileTexts),
      fc.string({ unit: "binary" }),
      fc.string(),
    ),
};

function valueOf(type: GraphQLInputType, depth = 0): Arbitrary<unknown> {
  if (isNonNullType(type)) return valueOf(type.ofType, depth);
  if (isListType(type)) return fc.array(valueOf(type.ofType, depth), { maxLength: 3 });
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const required = fields.filter((field) => isNonNullType(field.type)).map(({ name }) => name);
    return fc.record(
      Object.fromEntries(fields.map((field) => [field.name, fieldValue(field.name, field.type, depth + 1)])),
      {
        requiredKeys: required,
      },
    );
  }
  return (
    scalars[type.name]?.() ??
    fc.oneof({ weight: 3, arbitrary: validTime }, fc.constantFrom(...hostileTimes), fc.constantFrom(...hostileTexts))
  );
}

/** An action goes past its key's check only with a key that holds, and a list only with a length that it allows. */
function fieldValue(name: string, type: GraphQLInputType, depth: number): Arbitrary<unknown> {
  if (name === "idempotencyKey") return fc.uuid();
  if (name === "first") return fc.oneof({ weight: 4, arbitrary: fc.constant(2) }, fc.constantFrom(...numbers));
  const value = valueOf(type, depth);
  return isNonNullType(type) ? value : fc.oneof({ weight: 3, arbitrary: value }, fc.constant(null));
}

type RootField = GraphQLField<unknown, unknown>;

/** A place of a document that takes a variable. */
interface Site {
  readonly name: string;
  readonly variable: string;
  readonly type: GraphQLInputType;
}

const sitesOf = (field: RootField, prefix = ""): readonly Site[] =>
  field.args.map(({ name, type }) => ({ name, variable: `${prefix}${name}`, type }));

/** What is asked of: the type itself, or that of a connection's nodes. */
function nodeType(type: GraphQLOutputType): GraphQLObjectType | null {
  const named = getNamedType(type);
  if (!isObjectType(named)) return null;
  const edges = named.getFields()["edges"];
  if (edges === undefined) return named;
  const edge = getNamedType(edges.type);
  return isObjectType(edge) ? nodeType(edge.getFields()["node"]?.type ?? edge) : null;
}

const nestedFields = (type: GraphQLOutputType): readonly RootField[] =>
  Object.values(nodeType(type)?.getFields() ?? {}).filter(({ args }) => args.length > 0);

const allSites = (field: RootField): readonly Site[] => [
  ...sitesOf(field),
  ...nestedFields(field.type).flatMap((nested) => sitesOf(nested, `${nested.name}_`)),
];

function argumentsOf(field: RootField): Arbitrary<Readonly<Record<string, unknown>>> {
  const sites = allSites(field);
  const requiredKeys = sites.filter(({ type }) => isNonNullType(type)).map(({ variable }) => variable);
  return fc.record(Object.fromEntries(sites.map(({ name, variable, type }) => [variable, fieldValue(name, type, 0)])), {
    requiredKeys,
  });
}

function documentOf(operation: string, field: RootField): string {
  const call = ({ name }: RootField, sites: readonly Site[]): string =>
    `${name}${sites.length > 0 ? `(${sites.map((site) => `${site.name}: $${site.variable}`).join(", ")})` : ""}`;
  const closed = (type: GraphQLOutputType): string => (isCompositeType(getNamedType(type)) ? " { __typename }" : "");
  const nested = nestedFields(field.type).map(
    (inner) => `${call(inner, sitesOf(inner, `${inner.name}_`))}${closed(inner.type)}`,
  );
  const selection = ["__typename", ...nested].join(" ");
  const isConnection = nodeType(field.type) !== getNamedType(field.type);
  const body = isConnection ? `{ edges { node { ${selection} } } }` : `{ ${selection} }`;
  const declared = allSites(field).map(({ variable, type }) => `$${variable}: ${String(type)}`);
  const head = declared.length > 0 ? `(${declared.join(", ")})` : "";
  return `${operation} ${head} { ${call(field, sitesOf(field))} ${isCompositeType(getNamedType(field.type)) ? body : ""} }`;
}

const rootFields = (["query", "mutation"] as const).flatMap((operation) => {
  const root = operation === "query" ? schema.getQueryType() : schema.getMutationType();
  return Object.values(root?.getFields() ?? {}).map((field) => [operation, field.name, field] as const);
});

test.each(rootFields)(
  "whatever %s %s is given, it is answered or refused, and never fails",
  async (operation, _name, field) => {
    const document = documentOf(operation, field);
    const accounts = ["officer", "dispatcher", "social-worker", "supervisor", "provider", "administrator", "analyst"];
    await fc.assert(
      fc.asyncProperty(argumentsOf(field), fc.constantFrom(...accounts), async (variables, account) => {
        const { status, errors = [] } = await hub.as(account, document, variables);
        expect(status).toBeLessThan(500);
        expect(errors.map(({ extensions }) => extensions?.["code"])).not.toContain("INTERNAL_SERVER_ERROR");
      }),
      { numRuns: samples },
    );
  },
  60_000,
);
