import { getOperationAST, parse } from "graphql";

import { Engine } from "../engine/engine";
import type { ForeignSlice } from "../generic/testing/foreignSlice";
import { composedOf, startShopSlices } from "../generic/testing/shop";
import { RecentOperations } from "./recentOperations";

let slices: readonly ForeignSlice[];
beforeAll(async () => {
  slices = await startShopSlices();
});
afterAll(() => Promise.all(slices.map((slice) => slice.stop())));

const send = () => Promise.reject(new Error("Nothing is asked while plans are made."));

/** An engine, and how often it found a plan that was made before. */
async function startEngine(): Promise<{ readonly engine: Engine; readonly found: boolean[] }> {
  const found: boolean[] = [];
  const planned = ({ cached }: { readonly cached: boolean }) => void found.push(cached);
  return { engine: await Engine.start({ supergraphSdl: composedOf(slices), send, planned }), found };
}

const source = "query Shop { products { name } }";

test("what was asked of the supergraph before is planned when the next one answers", async () => {
  const recent = new RecentOperations();
  recent.note("key", parse(source), "Shop");
  const { engine, found } = await startEngine();
  await recent.warm(engine);
  const document = parse(source);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("The document holds an operation.");
  await engine.prepare({ key: "key", document, operation, variables: {} });
  expect(found).toEqual([false, true]);
  await engine.close();
});

test("what the next supergraph does not know is left out", async () => {
  const recent = new RecentOperations();
  recent.note("old", parse("{ gone }"), null);
  recent.note("new", parse(source), "Shop");
  const { engine, found } = await startEngine();
  await recent.warm(engine);
  expect(found).toEqual([false]);
  await engine.close();
});
