import { EventEmitter, once } from "node:events";
import { rm } from "node:fs/promises";

import type { ReloadOutcome } from "./serveSupergraph";
import { engineNames } from "../graphEngine";
import { withIdentity } from "./genericContext";
import type { ForeignSlice } from "./testing/foreignSlice";
import { composedOf, startShopSlices } from "./testing/shop";
import { ask, startTestGateway, type TestGateway } from "./testing/startTestGateway";

describe.each(engineNames)("by %s", (engine) => {
  let held: Promise<void> = Promise.resolve();
  let arrived: () => void = () => undefined;
  let slices: readonly ForeignSlice[];
  let gateway: TestGateway;

  beforeAll(async () => {
    slices = await startShopSlices(() => {
      arrived();
      return held;
    });
  });
  afterAll(async () => {
    await Promise.all(slices.map((slice) => slice.stop()));
  });
  beforeEach(async () => {
    gateway = await startTestGateway(composedOf(slices), { engine });
  });
  afterEach(() => gateway.stop());

  const productsOnly = (): string => composedOf(slices.filter(({ name }) => name === "products"));

  const reviews = "{ products { reviews { body } } }";

  /** Holds the reviews back from now on; resolves when one is asked for. */
  function holdReviews(): { readonly asked: Promise<void>; readonly release: () => void } {
    let release: () => void = () => undefined;
    held = new Promise((resolve) => (release = resolve));
    const asked = new Promise<void>((resolve) => (arrived = resolve));
    return { asked, release };
  }

  test("a changed supergraph is served from the next request on", async () => {
    await gateway.write(productsOnly());
    expect(await gateway.reload()).toEqual({ kind: "served" });
    const { errors } = await ask(gateway.url, reviews);
    expect(errors?.[0]?.message).toContain('Cannot query field "reviews"');
    expect(await ask(gateway.url, "{ products { name } }")).toHaveProperty("data.products.length", 2);
  });

  test("a request under way is answered whole by the supergraph that it met", async () => {
    const { asked, release } = holdReviews();
    const answer = ask(gateway.url, reviews);
    await asked;
    await gateway.write(productsOnly());
    expect(await gateway.reload()).toEqual({ kind: "served" });
    release();
    expect(await answer).toHaveProperty("data.products.1.reviews.0.body", "Review of 2");
  });

  test.each([
    ["the same gates", (sdl: string) => `${sdl}\n# changed`, "Table"],
    ["one gate more", (sdl: string) => sdl.replace(/(type Product[^}]*name: String)/, "$1 @authenticated"), null],
  ])(
    "what gates leave out of an operation stays out of what is planned before it is asked again, of %s",
    async (_what, changed, name) => {
      const context = withIdentity({ issuers: [], keys: {}, slices: [] });
      const guarded = await startTestGateway(composedOf(slices), { context, gated: true, engine });
      const refused = "{ staffOnly products { name } }";
      try {
        expect(await ask(guarded.url, refused)).toMatchObject({
          data: { staffOnly: null, products: [{ name: "Table" }, {}] },
        });
        await guarded.write(changed(composedOf(slices)));
        expect(await guarded.reload()).toEqual({ kind: "served" });
        expect(await ask(guarded.url, refused)).toMatchObject({ data: { staffOnly: null, products: [{ name }, {}] } });
        const asked = slices.flatMap(({ seen }) => seen.map(({ body }) => JSON.stringify(body)));
        expect(asked.filter((body) => body.includes("staffOnly"))).toEqual([]);
      } finally {
        await guarded.stop();
      }
    },
  );

  test("while requests keep coming, reloading back and forth drops none", async () => {
    const asks: ReturnType<typeof ask>[] = [];
    for (let round = 0; round < 3; round += 1) {
      await gateway.write(`${composedOf(slices)}\n# change ${String(round)}`);
      const reloaded = gateway.reload();
      asks.push(...Array.from({ length: 10 }, () => ask(gateway.url, reviews)));
      expect(await reloaded).toEqual({ kind: "served" });
    }
    for (const answer of await Promise.all(asks)) expect(answer).not.toHaveProperty("errors");
  });

  test.each([
    ["no GraphQL", "type Query {", "Syntax Error: Expected Name, found <EOF>"],
    ["no supergraph", "type Query { a: Int }", "no enum join__Graph names the slices"],
    [
      "a slice without a URL",
      () => composedOf(slices).replaceAll(/url: "http:[^"]*"/g, 'url: ""'),
      'the slice "products" must be',
    ],
    ["a schema that contradicts itself", () => composedOf(slices).replaceAll("[Review!]", "[Nothing!]"), "Nothing"],
  ])("a file that holds %s leaves what was served in place, and says why", async (_what, bad, why) => {
    await gateway.write(typeof bad === "string" ? bad : bad());
    expect(await gateway.reload()).toEqual({ kind: "refused", why: expect.stringContaining(why) as string });
    expect(await ask(gateway.url, reviews)).toHaveProperty("data.products.0.reviews.0.body", "Review of 1");
  });

  test("a file that is gone leaves what was served in place", async () => {
    await rm(gateway.file);
    expect(await gateway.reload()).toEqual({
      kind: "refused",
      why: expect.stringContaining("cannot be read") as string,
    });
    expect(await ask(gateway.url, "{ products { name } }")).toHaveProperty("data.products.length", 2);
  });

  test("a file that has not changed costs nothing", async () => {
    expect(await gateway.reload()).toEqual({ kind: "unchanged" });
  });

  test("a watched file is followed: a change, a bad one, and the way back", async () => {
    const told = new EventEmitter();
    const reloaded = (outcome: ReloadOutcome): void => void told.emit("reload", outcome);
    const watching = await startTestGateway(composedOf(slices), { watch: true, reloaded, engine });
    const next = async (sdl: string): Promise<unknown> => {
      const outcome = once(told, "reload");
      await watching.write(sdl);
      return (await outcome)[0] as unknown;
    };
    try {
      expect(await next(productsOnly())).toEqual({ kind: "served" });
      expect(await next("type {")).toMatchObject({ kind: "refused" });
      expect(await ask(watching.url, "{ products { name } }")).toHaveProperty("data.products.length", 2);
      expect(await next(composedOf(slices))).toEqual({ kind: "served" });
      expect(await ask(watching.url, reviews)).toHaveProperty("data.products.0.reviews.0.body", "Review of 1");
    } finally {
      await watching.stop();
    }
  });
});
