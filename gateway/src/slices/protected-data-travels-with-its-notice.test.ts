import { readFileSync } from "node:fs";
import { join } from "node:path";

import { createLog, Role, type Redisclosure } from "@corespond/kit";
import { testViewer } from "@corespond/kit/testing";
import type { FormattedExecutionResult } from "graphql";

import { startGateway, type RunningGateway } from "../startGateway";
import type { SliceTransport } from "./sliceTransport";

const supergraphSdl = readFileSync(join(__dirname, "../../../schema/supergraph.graphql"), "utf8");
const notice = { id: "42 CFR 2.32", text: "42 CFR part 2 prohibits unauthorized use or disclosure of these records." };
const consent = { id: "a consent", categories: ["SUBSTANCE_USE"], expiresAt: "2027-01-01T00:00:00.000Z" };
const entry: Redisclosure = { notice, consent };

/** What the slices answer in this test. */
let answer: FormattedExecutionResult;
let gateway: RunningGateway;

beforeAll(async () => {
  const slice: SliceTransport = { send: () => Promise.resolve(answer), close: () => Promise.resolve() };
  const slices = { agencies: slice, people: slice, referrals: slice, resources: slice };
  gateway = await startGateway({
    supergraphSdl,
    slices,
    keys: { agencies: "a", people: "b", referrals: "c", resources: "d" },
    identity: { issuers: [], findStaff: () => Promise.resolve(null) },
    http: { host: "127.0.0.1", port: 0 },
    log: createLog({ name: "gateway", level: "silent" }),
  });
});
afterAll(() => gateway.close(0));

const ask = async (query: string): Promise<FormattedExecutionResult> =>
  await gateway.execute(testViewer(Role.PROVIDER), { query });
const one = '{ serviceReferral(id: "1") { need } }';
const data = { serviceReferral: { need: "SUBSTANCE_USE" } };

test("L5: a slice's notices and the consents' scopes reach the client in the answer's extensions, each once", async () => {
  answer = { data, extensions: { redisclosure: [entry, entry, { notice, consent: null }] } };
  const { extensions } = await ask(one);
  expect(extensions).toEqual({ redisclosure: [entry, { notice, consent: null }] });
});

test("L5: one operation's notices are not another's", async () => {
  answer = { data };
  expect(await ask(one)).not.toHaveProperty("extensions");
});

test("L5: data whose notices cannot be read is not passed on", async () => {
  answer = { data, extensions: { redisclosure: ["a notice of another kind"] } };
  const { data: got, errors } = await ask(one);
  expect(got).toEqual({ serviceReferral: null });
  expect(errors).toMatchObject([{ extensions: { code: "SLICE_UNAVAILABLE" } }]);
});
