import { Kind, parse, print } from "graphql";

import { argumentOf, valueOf } from "./argumentOf.mjs";

/** Where a client may apply a directive (GraphQL, section 3.13). */
const executable = new Set([
  ...["QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "VARIABLE_DEFINITION"],
  ...["FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"],
]);

/** A supergraph without any of these words has no such directive, and need not be read for them. */
const mentioned = new RegExp(`\\b(?:${[...executable].join("|")})\\b`);

/**
 * Slices hand a directive of their own through composition as a linked feature (`@composeDirective`), and Apollo leaves
 * every feature out of the schema that clients see. A feature whose directives are for operations only is for clients: here
 * its link is gone, so that clients may apply them and slices are sent them. It is the given text where there is none.
 */
export function executableFeatures(supergraphSdl) {
  if (!mentioned.test(supergraphSdl)) return supergraphSdl;
  const document = parse(supergraphSdl, { noLocation: true });
  const directives = document.definitions.filter(({ kind }) => kind === Kind.DIRECTIVE_DEFINITION);
  // What a feature is "for" whoever executes has to know, or refuse the supergraph.
  const isForClients = (directive) =>
    directive.name.value === "link" && !valueOf(directive, "for") && isExecutable(directive, directives);
  let found = false;
  const definitions = document.definitions.map((definition) => {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) return definition;
    const kept = definition.directives.filter((each) => !isForClients(each));
    found ||= kept.length < definition.directives.length;
    return { ...definition, directives: kept };
  });
  return found ? print({ ...document, definitions }) : supergraphSdl;
}

/** Whether a feature has directives, and operations are the only place for them. */
function isExecutable(link, directives) {
  const names = new Set(imported(link));
  const name = argumentOf(link, "as") ?? /\/([^/]+)\/v\d+\.\d+$/.exec(argumentOf(link, "url") ?? "")?.[1];
  const own = directives.filter(
    (each) => names.has(each.name.value) || each.name.value === name || each.name.value.startsWith(`${name}__`),
  );
  return own.length > 0 && own.every(({ locations }) => locations.every(({ value }) => executable.has(value)));
}

/** The directives that a link imports, by the names that they have here: `"@name"`, or `{ name: "@name", as: "@other" }`. */
const imported = (link) =>
  (valueOf(link, "import")?.values ?? []).flatMap((each) => {
    const { value = "" } = each.kind === Kind.OBJECT ? (fieldOf(each, "as") ?? fieldOf(each, "name") ?? {}) : each;
    return value.startsWith("@") ? [value.slice(1)] : [];
  });

const fieldOf = ({ fields }, name) => fields.find((each) => each.name.value === name)?.value;
