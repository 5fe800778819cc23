import { parse, validate } from "graphql";

import type { RunningEngine } from "./engine";
import type { Case } from "./fixture";
import { fixtures } from "./fixtures";
import { Monolith } from "./monolith";
import { placesOf, type Placed } from "./placesOf";
import { startOurs } from "./startOurs";
import { startStock } from "./startStock";
import { compose } from "./supergraph";

/** An answer as cases tell it. */
const told = ({ data, errors }: { readonly data?: unknown; readonly errors?: readonly Placed[] | undefined }) => ({
  data: JSON.parse(JSON.stringify(data ?? null)) as unknown,
  errors: placesOf(errors),
});

const right = ({ data, errors = [] }: Case) => ({ data, errors });

describe.each(fixtures.map((fixture) => ({ fixture, name: fixture.name })))("$name", ({ fixture }) => {
  let ours: RunningEngine;
  let stock: RunningEngine | undefined;

  beforeAll(async () => {
    ours = await startOurs(fixture);
    if (fixture.stockRefuses === undefined) stock = await startStock(fixture);
  });

  afterAll(async () => {
    await ours.stop();
    await stock?.stop();
  });

  const asked = fixture.cases.map((each) => ({ each, name: each.name }));

  test.each(asked)("graphql-js over one schema: $name", async ({ each }) => {
    expect(validate(compose(fixture).api, parse(each.query))).toEqual([]);
    expect(told(await new Monolith(fixture).answer(each))).toEqual(right(each));
  });

  test.each(asked)("our engine: $name", async ({ each }) => {
    const answer = expect(told(await ours.execute(each)));
    if (each.oursErrs === undefined) answer.toEqual(right(each));
    else answer.not.toEqual(right(each));
  });

  if (fixture.stockRefuses !== undefined) {
    test("the stock gateway refuses the supergraph", async () => {
      await expect(startStock(fixture)).rejects.toThrow();
    });
    return;
  }

  test.each(asked)("the stock gateway: $name", async ({ each }) => {
    const answer = expect(told(await (stock as RunningEngine).execute(each)));
    if (each.stockErrs === undefined) answer.toEqual(right(each));
    else answer.not.toEqual(right(each));
  });
});
