import { buildSchema } from "graphql";
import type { SubgraphSdl } from "./compose";
import { schemaElements } from "./coordinates";
import type { SchemaProblem } from "./schemaProblem";
import { isRootType } from "./supergraphModel";

/**
 * Reports every type, field, argument, enum value and input field that no slice describes. A stub of another slice's
 * entity is silent by convention, so the owner's description counts for all; the root types need none.
 */
export function checkDescriptions(subgraphs: readonly SubgraphSdl[]): readonly SchemaProblem[] {
  const silentIn = new Map<string, string[]>();
  const described = new Set<string>();
  for (const { name, sdl } of subgraphs) {
    for (const { coordinate, description } of schemaElements(buildSchema(sdl, { assumeValidSDL: true }))) {
      if (description === undefined) silentIn.set(coordinate, [...(silentIn.get(coordinate) ?? []), name]);
      else described.add(coordinate);
    }
  }
  return [...silentIn]
    .filter(([coordinate]) => !described.has(coordinate) && !isRootType(coordinate))
    .map(([coordinate, slices]) => ({
      check: "descriptions" as const,
      coordinate,
      message: `No description in ${slices.sort().join(", ")}.`,
    }))
    .sort((a, b) => (a.coordinate < b.coordinate ? -1 : 1));
}
