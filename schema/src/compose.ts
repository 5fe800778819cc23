import { composeServices } from "@apollo/composition";
import { GraphQLError, parse } from "graphql";
import type { DocumentNode } from "graphql";
import { compositionProblem } from "./compositionProblem";
import type { CompositionProblem, SliceDocuments } from "./compositionProblem";
import { explanations } from "./explanations";
import { supergraphModel } from "./supergraphModel";

/** One slice as the composer takes it. */
export interface SubgraphSdl {
  readonly name: string;
  /** Where the slice answers; the committed supergraph carries `http://NAME/graphql`, which a deployment replaces. */
  readonly url?: string;
  readonly sdl: string;
}

/** What the composer remarks on without refusing. */
export interface CompositionHint {
  readonly code: string;
  readonly level: string;
  readonly message: string;
}

/** The outcome of a composition: a supergraph, or every reason why there is none. */
export type ComposeResult =
  | { readonly ok: true; readonly supergraphSdl: string; readonly hints: readonly CompositionHint[] }
  | { readonly ok: false; readonly errors: readonly CompositionProblem[] };

/** Composes the slices into one supergraph; the same slices in any order give the same text. */
export function compose(subgraphs: readonly SubgraphSdl[]): ComposeResult {
  const sorted = [...subgraphs].sort((a, b) => (a.name < b.name ? -1 : 1));
  const { documents, errors } = parseAll(sorted);
  if (errors.length > 0) return { ok: false, errors };
  const result = composeServices(
    sorted.map(({ name, url }) => ({
      name,
      url: url ?? `http://${name}/graphql`,
      typeDefs: documents.get(name) as DocumentNode,
    })),
  );
  if (result.errors !== undefined) {
    return { ok: false, errors: result.errors.map((error) => compositionProblem(error, documents)) };
  }
  const ownerless = ownerlessStubs(result.supergraphSdl);
  if (ownerless.length > 0) return { ok: false, errors: ownerless };
  const hints = result.hints.map(({ definition, message }) => ({
    code: definition.code,
    level: definition.level.name,
    message,
  }));
  return { ok: true, supergraphSdl: `${result.supergraphSdl.trimEnd()}\n`, hints };
}

/** Federation 2 lets a slice extend a type that nobody owns; here that means that the owner has dropped or renamed it. */
function ownerlessStubs(supergraphSdl: string): readonly CompositionProblem[] {
  const code = "EXTENSION_WITH_NO_BASE";
  return supergraphModel(supergraphSdl)
    .types.filter(({ owners }) => owners.length === 0)
    .map(({ name, declaredBy }) => ({
      slices: declaredBy,
      code,
      coordinates: [name],
      message: `Type "${name}" is marked @extends in every slice that declares it, so no slice owns it.`,
      explanation: explanations[code] ?? "",
    }));
}

function parseAll(subgraphs: readonly SubgraphSdl[]) {
  const documents = new Map<string, DocumentNode>();
  const errors: CompositionProblem[] = [];
  for (const { name, sdl } of subgraphs) {
    try {
      documents.set(name, parse(sdl));
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      errors.push(invalidSdl(name, error));
    }
  }
  return { documents: documents as SliceDocuments, errors };
}

function invalidSdl(slice: string, error: GraphQLError): CompositionProblem {
  const line = error.locations?.[0]?.line;
  return {
    slices: [slice],
    code: "INVALID_SDL",
    coordinates: [],
    message: line === undefined ? error.message : `${error.message} (line ${line})`,
    explanation: explanations["INVALID_SDL"] ?? "",
  };
}
