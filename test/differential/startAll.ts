import type { Answering } from "./campaign";
import type { Fixture } from "./fixture";
import { Monolith } from "./monolith";
import { startOurs } from "./startOurs";
import { startStock } from "./startStock";

/** Starts both gateways over a fixture, and the reference beside them. */
export async function startAll(fixture: Fixture): Promise<Answering & { readonly stop: () => Promise<void> }> {
  const ours = await startOurs(fixture);
  const stock = fixture.stockRefuses === undefined ? await startStock(fixture) : null;
  return {
    ours,
    stock,
    reference: new Monolith(fixture),
    stop: async () => {
      await ours.stop();
      await stock?.stop();
    },
  };
}
