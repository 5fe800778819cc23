import { faultNames } from "./faults.mjs";

const graphOf = (name) => name.toUpperCase();
const join = (names) => names.map((name) => `@join__type(graph: ${graphOf(name)}, key: "id")`).join(" ");

/** A supergraph, as Apollo's composition writes it, of a good slice and one for each fault. */
export function chaosSupergraph(origin) {
  const names = ["good", ...faultNames];
  const fields = faultNames.map((name) => `  ${name}: String @join__field(graph: ${graphOf(name)})`).join("\n");
  return `schema
  @link(url: "https://specs.apollo.dev/link/v1.0")
  @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION)
{ query: Query }
directive @join__enumValue(graph: join__Graph!) repeatable on ENUM_VALUE
directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean, override: String, usedOverridden: Boolean) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
directive @join__graph(name: String!, url: String!) on ENUM_VALUE
directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
directive @join__unionMember(graph: join__Graph!, member: String!) repeatable on UNION
directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
scalar join__FieldSet
scalar link__Import
enum link__Purpose { SECURITY EXECUTION }
enum join__Graph {
${names.map((name) => `  ${graphOf(name)} @join__graph(name: "${name}", url: "${origin}/${name}")`).join("\n")}
}
type Query ${names.map((name) => `@join__type(graph: ${graphOf(name)})`).join(" ")} {
  good: [Thing!] @join__field(graph: GOOD)
${fields}
}
type Thing ${join(names)} {
  id: ID!
  name: String @join__field(graph: GOOD)
${fields}
}
`;
}
