import { parse, validate } from "graphql";

import { campaign } from "./campaign";
import { deferring } from "./deferring";
import type { Case } from "./fixture";
import { fixtures } from "./fixtures";
import { placesOf, type Placed } from "./placesOf";
import { startAll } from "./startAll";
import { startStock } from "./startStock";
import { compose } from "./supergraph";

/** How many operations are drawn over each supergraph here; `npm run prove:gateway` draws more. */
const drawn = { runs: 12, seed: 20_260_101 };

/** An answer as cases tell it. */
const told = ({ data, errors }: { readonly data?: unknown; readonly errors?: readonly Placed[] | undefined }) => ({
  data: JSON.parse(JSON.stringify(data ?? null)) as unknown,
  errors: placesOf(errors),
});

const deferrable = (query: string): boolean => !query.startsWith("mutation");

const right = ({ data, errors = [] }: Case) => ({ data, errors });

describe.each(fixtures.map((fixture) => ({ fixture, name: fixture.name })))("$name", ({ fixture }) => {
  let all: Awaited<ReturnType<typeof startAll>>;

  beforeAll(async () => {
    all = await startAll(fixture);
  });

  afterAll(async () => {
    await all.stop();
  });

  const asked = fixture.cases.map((each) => ({ each, name: each.name }));

  test.each(asked)("graphql-js over one schema: $name", async ({ each }) => {
    expect(validate(compose(fixture).api, parse(each.query))).toEqual([]);
    expect(told(await all.reference.answer(each))).toEqual(right(each));
  });

  test.each(asked)("our engine: $name", async ({ each }) => {
    expect(told(await all.ours.execute(each))).toEqual(right(each));
  });

  if (fixture.stockRefuses === undefined)
    test.each(asked)("the stock gateway: $name", async ({ each }) => {
      const answer = expect(told((await all.stock?.execute(each)) ?? {}));
      if (each.stockErrs === undefined) answer.toEqual(right(each));
      else answer.not.toEqual(right(each));
    });
  else
    test("the stock gateway refuses the supergraph", async () => {
      await expect(startStock(fixture)).rejects.toThrow();
    });

  for (const each of fixture.cases.filter(({ query, errors }) => deferrable(query) && !errors))
    test(`our engine, in parts: ${each.name}`, async () => {
      expect(told(await all.ours.execute({ ...each, query: deferring(each.query) }))).toEqual(right(each));
    });

  test("drawn operations are answered alike, or as the specification says, whatever fails in the slices", async () => {
    expect((await campaign(fixture, all, drawn)).difference).toBeNull();
  });
});
