import { readFileSync } from "node:fs";
import { join } from "node:path";

import { createLog } from "@corespond/kit";
import { Gate, postText, RawClient } from "@corespond/kit/testing";

import { resilient } from "../resilience/resilient";
import { startGateway, type RunningGateway } from "../startGateway";
import { credentialHeaders } from "./credentialHeaders";
import { httpTransport } from "./httpTransport";
import { startOddSlice, type OddSlice } from "./testing/oddSlice";

const supergraphSdl = readFileSync(join(__dirname, "../../../schema/supergraph.graphql"), "utf8");
let slice: OddSlice;
let gateway: RunningGateway;
let port: number;

beforeAll(async () => {
  slice = await startOddSlice();
  const transport = () => resilient(httpTransport(slice.url, { headers: credentialHeaders }));
  gateway = await startGateway({
    supergraphSdl,
    slices: { agencies: transport(), people: transport(), referrals: transport(), resources: transport() },
    keys: { agencies: "a", people: "b", referrals: "c", resources: "d" },
    identity: { issuers: [], findStaff: () => Promise.resolve(null) },
    http: { host: "127.0.0.1", port: 0 },
    log: createLog({ name: "gateway", level: "silent" }),
  });
  ({ port } = await gateway.listen());
});
afterAll(async () => {
  await slice.stop();
  await gateway.close(0);
});

test("a client that cuts its connection cuts the gateway's to the slice", async () => {
  const reached = new Gate();
  slice.answer(() => void reached.pass());
  const cut = slice.nextCut();
  const client = await RawClient.connect(port);
  client.send(postText("{ organizations(first: 1) { totalCount } }"));
  await reached.reached();
  client.socket.destroy();
  await cut;
});
