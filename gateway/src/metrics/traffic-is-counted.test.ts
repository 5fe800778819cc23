import { EnvironmentError, readEnvironment } from "@corespond/kit";

import type { ForeignSlice } from "../generic/testing/foreignSlice";
import { composedOf, startShopSlices } from "../generic/testing/shop";
import { ask, startTestGateway as startShop } from "../generic/testing/startTestGateway";
import { startTestGateway } from "../testing/startTestGateway";
import { metricsSettings, metricsVariables } from "./metricsEnvironment";
import { startMetrics } from "./startMetrics";
import { countsOf, readMetrics } from "./testing/readMetrics";

const anywhere = { host: "127.0.0.1", port: 0 };

describe("over slices of others", () => {
  let slices: readonly ForeignSlice[];

  beforeAll(async () => {
    slices = await startShopSlices();
  });

  afterAll(async () => {
    await Promise.all(slices.map((slice) => slice.stop()));
  });

  test("requests, fetches and plans are counted, and what a slice says is no label", async () => {
    const metrics = await startMetrics(anywhere);
    const gateway = await startShop(composedOf(slices), { metrics });
    try {
      for (let times = 0; times < 3; times += 1)
        await ask(gateway.url, "query Shelf { products { reviews { body } } }");
      await ask(gateway.url, "query Press { broken }");
      await ask(gateway.url, "{ nothing }");
      await ask(gateway.url, "no document");
      const samples = await readMetrics(metrics.url);
      expect(countsOf(samples, "corespond_request_duration_seconds")).toEqual({
        '{client="anonymous",operation="Shelf",outcome="OK"}': 3,
        '{client="anonymous",operation="Press",outcome="other"}': 1,
        '{client="anonymous",operation="unnamed",outcome="GRAPHQL_VALIDATION_FAILED"}': 1,
        '{client="anonymous",operation="unnamed",outcome="GRAPHQL_PARSE_FAILED"}': 1,
      });
      expect(countsOf(samples, "corespond_fetch_duration_seconds")).toEqual({
        '{slice="products",outcome="answered"}': 4,
        '{slice="reviews",outcome="answered"}': 3,
      });
      expect(samples.get('corespond_plans_total{source="planner"}')).toBe(2);
      expect(samples.get('corespond_plans_total{source="cache"}')).toBe(2);
      expect(samples.get("corespond_planning_duration_seconds_count")).toBe(2);
      expect(samples.get("corespond_requests_in_flight")).toBe(0);
      expect([...samples.keys()]).toEqual(
        expect.arrayContaining(["nodejs_eventloop_lag_p99_seconds", "process_resident_memory_bytes"]),
      );
      expect([...samples.keys()].join("\n")).not.toContain("PRESS_DOWN");
    } finally {
      await gateway.stop();
    }
  });

  test("a slice that is gone is counted as failed", async () => {
    const metrics = await startMetrics(anywhere);
    const [products, reviews] = slices;
    const sdl = composedOf(slices).replace(reviews?.url ?? "", "http://127.0.0.1:9/");
    const gateway = await startShop(sdl, { metrics });
    try {
      await ask(gateway.url, "{ products { reviews { body } } }");
      expect(countsOf(await readMetrics(metrics.url), "corespond_fetch_duration_seconds")).toEqual({
        [`{slice="${String(products?.name)}",outcome="answered"}`]: 1,
        [`{slice="${String(reviews?.name)}",outcome="failed"}`]: 1,
      });
    } finally {
      await gateway.stop();
    }
  });

  test("the graph's own door has no metrics, and theirs has nothing else", async () => {
    const metrics = await startMetrics(anywhere);
    const gateway = await startShop(composedOf(slices), { metrics });
    try {
      expect((await fetch(new URL("/metrics", gateway.url))).status).toBe(404);
      expect((await fetch(new URL("/graphql", metrics.url))).status).toBe(404);
      expect((await fetch(metrics.url, { method: "POST" })).status).toBe(404);
    } finally {
      await gateway.stop();
    }
  });
});

test("clients are told apart by their issuers' names for them, and a refused sign-in is counted without any", async () => {
  const metrics = await startMetrics(anywhere);
  const gateway = await startTestGateway({ metrics }, () => ({ data: {} }));
  try {
    await gateway.ask({ query: "query Who { __typename }" }, { subject: "OFFICER-1", client: "console" });
    await gateway.ask({ query: "query Who { __typename }" }, { subject: "OFFICER-2", client: "console" });
    await gateway.ask({ query: "query Who { __typename }" });
    await fetch(gateway.url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "Bearer forged" },
      body: JSON.stringify({ query: "query Who { __typename }" }),
    });
    const samples = await readMetrics(metrics.url);
    expect(countsOf(samples, "corespond_request_duration_seconds")).toEqual({
      '{client="console",operation="Who",outcome="OK"}': 2,
      '{client="anonymous",operation="Who",outcome="OK"}': 1,
    });
    expect(samples.get('corespond_requests_refused_total{outcome="INVALID_TOKEN"}')).toBe(1);
    expect([...samples.keys()].join("\n")).not.toContain("OFFICER");
  } finally {
    await gateway.stop();
  }
});

test("a port that is taken is said by the name of its variable", async () => {
  const metrics = await startMetrics(anywhere);
  const port = Number(new URL(metrics.url).port);
  try {
    const second = startMetrics({ ...anywhere, port });
    await expect(second).rejects.toThrow(EnvironmentError);
    await expect(second).rejects.toThrow(/CORESPOND_METRICS_PORT: the port \d+ of 127\.0\.0\.1 is taken/);
  } finally {
    await metrics.close();
  }
});

test("nothing is counted unless a port is named", () => {
  const settings = (environment: Readonly<Record<string, string>>) =>
    metricsSettings(readEnvironment(metricsVariables, environment));
  expect(settings({})).toBeUndefined();
  expect(settings({ CORESPOND_METRICS_PORT: "9464" })).toEqual({ host: "127.0.0.1", port: 9464 });
  expect(() => settings({ CORESPOND_METRICS_PORT: "65536" })).toThrow(/CORESPOND_METRICS_PORT: is not valid/);
});
