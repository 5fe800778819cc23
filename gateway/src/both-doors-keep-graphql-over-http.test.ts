import { readFileSync } from "node:fs";
import path from "node:path";

import { createLog } from "@corespond/kit";
import { serverAudits } from "graphql-http";

import { startTestGateway } from "./generic/testing/startTestGateway";
import type { SliceTransport } from "./slices/sliceTransport";
import { startGateway } from "./startGateway";

interface Door {
  readonly url: string;
  close(): Promise<void>;
}

const supergraphSdl = readFileSync(path.join(__dirname, "../../schema/supergraph.graphql"), "utf8");
const nobodyAnswers: SliceTransport = {
  send: () => Promise.reject(new Error("A slice was asked.")),
  close: () => Promise.resolve(),
};

const doors: Readonly<Record<string, () => Promise<Door>>> = {
  "the door of this house": async () => {
    const names = ["agencies", "people", "referrals", "resources"];
    const gateway = await startGateway({
      supergraphSdl,
      slices: Object.fromEntries(names.map((name) => [name, nobodyAnswers])),
      keys: Object.fromEntries(names.map((name) => [name, name])),
      identity: { issuers: [], findStaff: () => Promise.resolve(null) },
      http: { host: "127.0.0.1", port: 0 },
      log: createLog({ name: "gateway", level: "silent" }),
    });
    const { url } = await gateway.listen();
    return { url, close: () => gateway.close(0) };
  },
  "the gateway of any supergraph": async () => {
    const gateway = await startTestGateway(supergraphSdl);
    return { url: gateway.url, close: () => gateway.stop() };
  },
};

describe.each(Object.entries(doors))("at %s", (_name, open) => {
  let door: Door;
  beforeAll(async () => {
    door = await open();
  });
  afterAll(() => door.close());

  test("it is alive and ready, and says of each slice that it was not asked yet", async () => {
    const read = async (route: string): Promise<unknown> => await (await fetch(new URL(route, door.url))).json();
    const unasked = { answered: null, at: null };
    expect(await read("/health")).toEqual({ status: "ok" });
    expect(await read("/ready")).toEqual({
      status: "ready",
      slices: { agencies: unasked, people: unasked, referrals: unasked, resources: unasked },
    });
  });

  test.each(serverAudits({ url: () => door.url, fetchFn: fetch }).map((audit) => [`${audit.id} ${audit.name}`, audit]))(
    "%s",
    async (_audit, audit) => {
      const result = await audit.fn();
      expect(result.status === "ok" ? "ok" : result.reason).toBe("ok");
    },
  );
});
