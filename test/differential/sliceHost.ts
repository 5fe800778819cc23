import type { FormattedExecutionResult } from "graphql";

import { noFaults, type Faults } from "./faults";
import type { Fixture } from "./fixture";
import { Slice, type SliceRequest, type SliceState } from "./slice";

const slicesOf = new WeakMap<Fixture, ReadonlyMap<string, Slice>>();

/** The slices of a fixture while a gateway asks them. */
export class SliceHost {
  count = 0;
  private readonly slices: ReadonlyMap<string, Slice>;
  private state: SliceState;

  constructor(private readonly fixture: Fixture) {
    const known = slicesOf.get(fixture);
    this.slices = known ?? new Map(Object.entries(fixture.slices).map(([name, sdl]) => [name, new Slice(name, sdl)]));
    slicesOf.set(fixture, this.slices);
    this.state = { world: fixture.world(), faults: noFaults };
  }

  /** Fresh data, and what will go wrong. */
  begin(faults: Faults = noFaults): void {
    this.state = { world: this.fixture.world(), faults };
  }

  async ask(name: string, request: SliceRequest): Promise<FormattedExecutionResult> {
    this.count += 1;
    const slice = this.slices.get(name);
    if (!slice) throw new Error(`The fixture has no slice ${name}.`);
    return await slice.answer(request, this.state);
  }
}
