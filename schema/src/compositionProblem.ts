import { specifiedScalarTypes } from "graphql";
import type { ASTNode, DefinitionNode, DocumentNode, GraphQLError } from "graphql";
import { explanations } from "./explanations";

/** One reason why the slices do not fit together: whose it is, where it is, and what it means in plain words. */
export interface CompositionProblem {
  /** Names of the slices concerned, sorted. */
  readonly slices: readonly string[];
  /** Code of the composer, or `INVALID_SDL` for a text that does not parse. */
  readonly code: string;
  /** Schema coordinates concerned, sorted, e.g. `Person.calls`. */
  readonly coordinates: readonly string[];
  /** The composer's own message. */
  readonly message: string;
  /** What the code means here and what to do about it. */
  readonly explanation: string;
}

/** The parsed SDL of each slice by the slice's name. */
export type SliceDocuments = ReadonlyMap<string, DocumentNode>;

const builtIn = new Set(specifiedScalarTypes.map(({ name }) => name));
const quotedCoordinate = /"([A-Z]\w*(?:\.\w+(?:\(\w+:\))?)?)"/g;

/** Turns an error of the composer into a problem that names slices and coordinates. */
export function compositionProblem(error: GraphQLError, documents: SliceDocuments): CompositionProblem {
  const { code: given } = error.extensions;
  const code = typeof given === "string" ? given : "UNKNOWN";
  const slices = new Set([...documents.keys()].filter((name) => mentions(error.message, name)));
  const coordinates = new Set([...error.message.matchAll(quotedCoordinate)].map((match) => match[1] ?? ""));
  for (const node of error.nodes ?? []) {
    const slice = subgraphOf(node);
    if (slice !== undefined) slices.add(slice);
    const document = slice === undefined ? undefined : documents.get(slice);
    if (document !== undefined && coordinates.size === 0) coordinates.add(coordinateAt(document, node));
  }
  return {
    slices: [...slices].sort(),
    code,
    coordinates: mostPrecise([...coordinates]),
    message: error.message,
    explanation: explanations[code] ?? "The slices' schemas do not fit together here; the message says how.",
  };
}

/** A message that names a field names the field's type and its candidates' types too; those are noise. */
function mostPrecise(coordinates: readonly string[]): readonly string[] {
  const named = coordinates.filter((coordinate) => coordinate !== "" && !builtIn.has(coordinate)).sort();
  const members = named.filter((coordinate) => coordinate.includes("."));
  return members.length > 0 ? members : named;
}

function mentions(message: string, slice: string): boolean {
  return message.includes(`"${slice}"`) || message.startsWith(`[${slice}]`);
}

/** The composer marks the nodes that it reports with the name of their subgraph, outside graphql's types. */
function subgraphOf(node: ASTNode): string | undefined {
  const subgraph = (node as { readonly subgraph?: unknown }).subgraph;
  return typeof subgraph === "string" ? subgraph : undefined;
}

function coordinateAt(document: DocumentNode, node: ASTNode): string {
  const definition = document.definitions.find((candidate) => encloses(candidate, node));
  if (definition === undefined || !("name" in definition) || definition.name === undefined) return "";
  const field = fieldsOf(definition).find((candidate) => encloses(candidate, node));
  return field === undefined ? definition.name.value : `${definition.name.value}.${field.name.value}`;
}

function fieldsOf(definition: DefinitionNode) {
  return "fields" in definition ? (definition.fields ?? []) : [];
}

function encloses(outer: ASTNode, inner: ASTNode): boolean {
  if (outer.loc === undefined || inner.loc === undefined) return false;
  return outer.loc.start <= inner.loc.start && inner.loc.end <= outer.loc.end;
}
