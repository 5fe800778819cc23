import type { CompiledFetch } from "./compiledFetch";

/** The fetches to one slice that are asked in one request, as far as each has something to ask. */
export type FetchGroups = readonly (readonly CompiledFetch[])[];

/**
 * Finds which fetches go to their slice together: entities of one slice at one stage. A stage is the longest way to a fetch;
 * a fetch that nothing waits for goes with a later stage's request to its slice where there is one, but not in a mutation:
 * what is asked below a field of it is asked before the next one runs.
 */
export function fetchGroups(fetches: readonly CompiledFetch[], isMutation: boolean): FetchGroups {
  const stages = stagesOf(fetches);
  if (!isMutation) moveLeavesBack(fetches, stages);
  const groups = new Map<string, CompiledFetch[]>();
  for (const fetch of fetches) {
    const alone = !fetch.represent || fetch.contexts.length > 0;
    const key = alone ? `#${fetch.id}` : `${fetch.block} ${stages[fetch.id] ?? 0} ${fetch.slice}`;
    const group = groups.get(key);
    if (group) group.push(fetch);
    else groups.set(key, [fetch]);
  }
  return [...groups.values()];
}

function stagesOf(fetches: readonly CompiledFetch[]): number[] {
  const stages: number[] = [];
  for (const { id, after } of fetches) stages[id] = 1 + Math.max(0, ...after.map((each) => stages[each] ?? 0));
  return stages;
}

function moveLeavesBack(fetches: readonly CompiledFetch[], stages: number[]): void {
  const awaited = new Set(fetches.flatMap(({ after }) => after));
  for (const { id, slice, block, represent } of fetches) {
    if (!represent || awaited.has(id)) continue;
    const later = fetches.filter(
      (each) =>
        each.represent && each.slice === slice && each.block === block && (stages[each.id] ?? 0) > (stages[id] ?? 0),
    );
    stages[id] = Math.max(stages[id] ?? 0, ...later.map((each) => stages[each.id] ?? 0));
  }
}
