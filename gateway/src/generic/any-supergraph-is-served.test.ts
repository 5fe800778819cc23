import { operationHeader, proofHeader, viewerHeader } from "@corespond/kit";

import { gatewayLimits } from "../limits/gatewayLimits";
import { withIdentity } from "./genericContext";
import { engineNames } from "../graphEngine";
import { genericGatewayLimits } from "./genericLimits";
import type { ForeignSlice } from "./testing/foreignSlice";
import { composedOf, startShopSlices } from "./testing/shop";
import { ask, startTestGateway, type TestGateway } from "./testing/startTestGateway";

describe.each(engineNames)("by %s", (engine) => {
  let slices: readonly ForeignSlice[];
  let gateway: TestGateway;

  beforeAll(async () => {
    slices = await startShopSlices();
    gateway = await startTestGateway(composedOf(slices, "?tenant=7&mode=a%20b"), { engine });
  });

  afterAll(async () => {
    await gateway.stop();
    await Promise.all(slices.map((slice) => slice.stop()));
  });

  test("slices of others are joined", async () => {
    expect(await ask(gateway.url, "{ products { name reviews { body } } }")).toEqual({
      data: {
        products: [
          { name: "Table", reviews: [{ body: "Review of 1" }] },
          { name: "Chair", reviews: [{ body: "Review of 2" }] },
        ],
      },
    });
  });

  test("each slice is asked at the very URL that the supergraph names, and told of nobody", async () => {
    await ask(gateway.url, "{ products { reviews { body } } }", { authorization: "Bearer of-somebody" });
    const seen = slices.map(({ seen: requests }) => requests.at(-1));
    expect(seen.map((request) => request?.url)).toEqual([
      "/deep/products?tenant=7&mode=a%20b",
      "/graphql?tenant=7&mode=a%20b",
    ]);
    for (const request of seen)
      for (const name of [viewerHeader, proofHeader, operationHeader, "authorization"])
        expect(request?.headers).not.toHaveProperty(name);
  });

  test("slices get the headers that are named, and no other", async () => {
    const forwarding = await startTestGateway(composedOf(slices), { engine, forward: ["authorization", "x-tenant"] });
    try {
      const sent = { authorization: "Bearer of-somebody", "x-tenant": "seven", "x-other": "kept" };
      await ask(forwarding.url, "{ products { reviews { body } } }", sent);
      for (const { seen } of slices) {
        expect(seen.at(-1)?.headers).toMatchObject({ authorization: "Bearer of-somebody", "x-tenant": "seven" });
        expect(seen.at(-1)?.headers).not.toHaveProperty("x-other");
      }
    } finally {
      await forwarding.stop();
    }
  });

  test("a slice's error keeps its words and code, and loses its trace", async () => {
    const { data, errors } = await ask(gateway.url, "{ broken }");
    expect(data).toEqual({ broken: null });
    expect(errors?.[0]).toMatchObject({ message: "The press is down.", extensions: { code: "PRESS_DOWN", press: 7 } });
    expect(JSON.stringify(errors)).not.toContain("at ");
  });

  test("without identity the schema's gates stand open", async () => {
    expect(await ask(gateway.url, "{ staffOnly }")).toEqual({ data: { staffOnly: "open" } });
  });

  test("with identity they are kept, and a slice that shares a key is told who asks, and no other", async () => {
    const context = withIdentity({ issuers: [], keys: { products: "k".repeat(32) }, slices: [] });
    const guarded = await startTestGateway(composedOf(slices), { context, gated: true, engine });
    try {
      const { errors } = await ask(guarded.url, "{ staffOnly }");
      expect(errors?.map(({ extensions }) => extensions["code"])).toEqual(["UNAUTHENTICATED"]);
      await ask(guarded.url, "{ products { reviews { body } } }");
      const told = slices.map(({ seen }) => seen.at(-1)?.headers[viewerHeader]);
      expect(told).toEqual([expect.stringMatching(/^products\/graph/) as string, undefined]);
    } finally {
      await guarded.stop();
    }
  });

  test("a document that our limits would refuse is answered, as a graph of others may need it", async () => {
    const aliases = Array.from({ length: 300 }, (_, index) => `p${String(index)}: products(first: 1000000) { name }`);
    const { data, errors } = await ask(gateway.url, `{ ${aliases.join(" ")} }`);
    expect(errors).toBeUndefined();
    expect(Object.keys(data as object)).toHaveLength(300);
  });

  test("limits may be set", async () => {
    const limited = await startTestGateway(composedOf(slices), {
      limits: gatewayLimits({ depth: 2 }, genericGatewayLimits),
      engine,
    });
    try {
      const { errors } = await ask(limited.url, "{ products { reviews { body } } }");
      expect(errors?.[0]?.extensions).toMatchObject({ code: "QUERY_TOO_DEEP", limit: 2 });
    } finally {
      await limited.stop();
    }
  });

  test("/health and /ready answer, and /ready tells which slices answered last", async () => {
    const origin = new URL(gateway.url).origin;
    expect(await (await fetch(`${origin}/health`)).json()).toEqual({ status: "ok" });
    const [products, reviews] = slices;
    const sdl = composedOf([products, reviews].flatMap((slice) => slice ?? [])).replace(
      reviews?.url ?? "",
      "http://127.0.0.1:9/",
    );
    const half = await startTestGateway(sdl, { engine });
    try {
      const ready = async () => (await fetch(new URL("/ready", half.url))).json();
      expect(await ready()).toEqual({
        status: "ready",
        slices: { products: { answered: null, at: null }, reviews: { answered: null, at: null } },
      });
      await ask(half.url, "{ products { reviews { body } } }");
      expect(await ready()).toMatchObject({ slices: { products: { answered: true }, reviews: { answered: false } } });
    } finally {
      await half.stop();
    }
  });
});
