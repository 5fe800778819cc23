import { campaign, type CampaignSize } from "./campaign";
import { fixtures } from "./fixtures";
import { startAll } from "./startAll";

/** What asking both engines over every fixture came to. */
export interface Differential {
  readonly supergraphs: number;
  readonly operations: number;
  /** Differences that nothing argues for: the smallest of each supergraph, with how to ask it again. */
  readonly differences: readonly string[];
  readonly argued: ReadonlyMap<string, number>;
}

/** Asks both engines drawn operations over every fixture; `size.runs` is for each. */
export async function differential(size: CampaignSize): Promise<Differential> {
  const argued = new Map<string, number>();
  const differences: string[] = [];
  let operations = 0;
  for (const fixture of fixtures) {
    const asking = await startAll(fixture);
    const found = await campaign(fixture, asking, size);
    await asking.stop();
    operations += found.operations;
    if (found.difference !== null) differences.push(found.difference);
    for (const [name, count] of found.argued) argued.set(name, (argued.get(name) ?? 0) + count);
  }
  return { supergraphs: fixtures.length, operations, differences, argued };
}
